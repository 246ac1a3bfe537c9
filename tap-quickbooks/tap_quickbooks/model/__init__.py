"""What all layers speak of: entities, objects, events, windows, time and errors."""
