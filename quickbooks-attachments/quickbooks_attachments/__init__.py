"""Legacy files become attachments in QuickBooks Online, exactly once."""
