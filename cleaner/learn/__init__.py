"""Learning from labelled pages: labels for blocks, training, cross-validation."""
