"""The commands: one thin file each; the work is done in the rooms they call."""
