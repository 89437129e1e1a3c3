"""symtutor: derivations in steps, every step verified, homework checked."""
