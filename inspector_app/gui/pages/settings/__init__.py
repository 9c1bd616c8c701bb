"""How the window looks, the passphrase, backups and the device card."""
