"""The book's training of a model, batch by batch, for so many epochs."""

from __future__ import annotations

from typing import Any

import torch

from .objects import DataModule, HyperParameters, Module


class Trainer(HyperParameters):
    """Trains a model on data for `max_epochs`; gradients longer than `gradient_clip_val`, if it is not 0, are cut."""

    def __init__(self, max_epochs: int, num_gpus: int = 0, gradient_clip_val: float = 0) -> None:
        self.max_epochs, self.num_gpus, self.gradient_clip_val = max_epochs, num_gpus, gradient_clip_val
        self.gpus: list[torch.device] = []

    def prepare_data(self, data: DataModule) -> None:
        """Take the batches of the data."""
        self.train_dataloader, self.val_dataloader = data.train_dataloader(), data.val_dataloader()

    def prepare_model(self, model: Module) -> None:
        """Take the model."""
        model.trainer = self
        self.model = model

    def prepare_batch(self, batch: Any) -> Any:
        """Return a batch as it is."""
        return batch

    def fit(self, model: Module, data: DataModule) -> None:
        """Train the model."""
        self.prepare_data(data)
        self.prepare_model(model)
        self.optim = model.configure_optimizers()
        for epoch in range(self.max_epochs):
            self.epoch = epoch
            self.fit_epoch()

    def fit_epoch(self) -> None:
        """Train on every batch once, then validate."""
        self.model.train()
        for batch in self.train_dataloader:
            loss = self.model.training_step(self.prepare_batch(batch))
            self.optim.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            if self.gradient_clip_val > 0:
                self.clip_gradients(self.gradient_clip_val, self.model)
            self.optim.step()
        self.model.eval()
        with torch.no_grad():
            for batch in self.val_dataloader or ():
                self.model.validation_step(self.prepare_batch(batch))

    def clip_gradients(self, grad_clip_val: float, model: Module) -> None:
        """Scale the gradients together, so that their norm is at most this."""
        torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], grad_clip_val)
