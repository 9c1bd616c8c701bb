"""The passphrase of the invented head office of the journeys."""

OFFICE_PASSPHRASE = "kettle orchard violin harbour"
