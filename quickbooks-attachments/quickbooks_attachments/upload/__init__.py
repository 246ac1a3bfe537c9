"""The upload: each verified file is decided on, sent once and compared."""
