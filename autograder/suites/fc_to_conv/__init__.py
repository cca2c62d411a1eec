"""The hidden suites of `fc_to_conv`, from fully connected layers to convolutions."""
