"""Packs of knowledge: reads YAML, checks it, lays packs over each other; knows no index, no matcher and no screen."""

from advisor.pack.fingerprint import fingerprint
from advisor.pack.load import Pack, check_packs, load_library, read_pack
from advisor.pack.places import Finding, Place

__all__ = ["Finding", "Pack", "Place", "check_packs", "fingerprint", "load_library", "read_pack"]
