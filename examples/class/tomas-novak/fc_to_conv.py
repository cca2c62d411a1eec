# an earlier try
import torch
