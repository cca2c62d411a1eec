"""把核贴进一幅空图像，再展平。 / Paste the kernel into an empty image and flatten it."""

import torch


def kernel_matrix(K, input_shape):
    h, w = K.shape
    rows = []
    for i in range(input_shape[0] - h + 1):
        for j in range(input_shape[1] - w + 1):
            image = torch.zeros(input_shape)
            image[i : i + h, j : j + w] = K
            rows.append(image.flatten())
    return torch.stack(rows)
