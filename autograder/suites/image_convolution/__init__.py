"""The hidden suites of `image_convolution`, convolutions for images."""
