"""XML, CSV and GeoJSON in, submission XML out. The only modules of this room that use lxml."""
