"""The register of services: import and search."""
