"""The figures of the exercises; their labels are symbols, so that both languages share them."""

import matplotlib.pyplot as plt
import torch

# %% name="diagonal_edge"
picture = torch.tensor([[1, 1, 1, 1], [0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]])
fig, ax = plt.subplots(figsize=(2.6, 2.6), layout="constrained")
ax.imshow(picture, cmap="gray")
ax.set(title="$X$", xticks=range(4), yticks=range(4))
plt.show()

# %% name="gradients_left_over"
losses = {
    "cleared": [19.92, 9.403, 4.648, 2.413, 1.315, 0.747, 0.44, 0.266, 0.164, 0.102],
    "left over": [19.92, 9.403, 7.302, 6.274, 22.303, 15.792, 17.078, 0.331, 13.015, 12.637],
}
fig, ax = plt.subplots(figsize=(6, 3.2), layout="constrained")
for label, values in losses.items():
    ax.plot(range(1, len(values) + 1), values, marker="o", label=label)
ax.set(xlabel="epoch", ylabel="loss")
ax.legend(title="grad")
plt.show()

# %% name="two_matrix_products" jupyter={"source_hidden": true}
T = torch.tensor([
    [0, 1, 0, 2, 3, 0, 0, 0, 0],
    [0, 0, 1, 0, 2, 3, 0, 0, 0],
    [0, 0, 0, 0, 1, 0, 2, 3, 0],
    [0, 0, 0, 0, 0, 1, 0, 2, 3],
])  # fmt: skip
rows = torch.tensor([[0, 1, 3, 4], [1, 2, 4, 5], [3, 4, 6, 7], [4, 5, 7, 8]])
x, k, y = torch.arange(9)[:, None], torch.tensor([[0], [1], [2], [3]]), torch.tensor([[19], [25], [37], [43]])
fig, axes = plt.subplots(2, 3, figsize=(7, 7.5), width_ratios=[9, 1, 1], height_ratios=[4, 9], layout="constrained")
names = ["im2col$(X)$", "$k$", "$y$", "$T$", "$x$", "$y$"]
for ax, matrix, name in zip(axes.flat, [rows, k, y, T, x, y], names, strict=True):
    ax.imshow(matrix, cmap="Blues", vmin=0, vmax=2 * matrix.max())
    ax.set(title=name, xticks=[], yticks=[])
    for i, j in torch.cartesian_prod(torch.arange(matrix.shape[0]), torch.arange(matrix.shape[1])):
        ax.text(j, i, matrix[i, j].item(), ha="center", va="center")
plt.show()

# %% name="curvature"
samples = torch.linspace(-6, 6, 49)
fig, axes = plt.subplots(1, 3, figsize=(9, 2.8), layout="constrained")
for ax, values, title in zip(
    axes,
    [samples.sin(), -samples.sin(), 1 - samples.cos()],
    ["$f(x) = \\sin x$", "$f''(x)$", r"$\int_0^x f(t)\,dt$"],
    strict=True,
):
    ax.plot(samples, values, marker=".")
    ax.axhline(0, color="grey", linewidth=0.5)
    ax.set_title(title)
plt.show()
