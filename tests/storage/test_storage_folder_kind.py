from __future__ import annotations

from pathlib import Path

import pytest

from inspector_app.storage import folder_kind as module
from inspector_app.storage.folder_kind import folder_kind


def test_an_ordinary_folder_is_fine(tmp_path: Path) -> None:
    assert folder_kind(tmp_path / "not made yet", environment={}) == ""


@pytest.mark.parametrize(
    "name", ["Dropbox", "OneDrive", "OneDrive - An Office", "Google Drive", "Nextcloud", "Mobile Documents"]
)
def test_a_folder_that_a_program_synchronises_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    assert folder_kind(tmp_path / name / "inspector", environment={}) == "synced"


def test_names_that_only_look_alike_are_fine(tmp_path: Path) -> None:
    for name in ("Toolbox", "Boxes", "asynchronous", "syncopation"):
        assert folder_kind(tmp_path / name, environment={}) == "", name


@pytest.mark.parametrize("marker", [".stfolder", ".dropbox", ".sync_0123abcd.db"])
def test_a_marker_in_the_folder_or_above_it_tells_too(tmp_path: Path, marker: str) -> None:
    (tmp_path / marker).touch()
    assert folder_kind(tmp_path / "a" / "b", environment={}) == "synced"


def test_windows_says_in_its_environment_where_it_synchronises(tmp_path: Path) -> None:
    assert folder_kind(tmp_path / "x", environment={"OneDriveCommercial": str(tmp_path)}) == "synced"


def test_a_share_of_windows_is_on_the_network() -> None:
    assert module._is_network_on_windows(module.PurePath("//server/share/inspector"))


def test_a_mount_of_another_computer_is_on_the_network(tmp_path: Path) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(
        "22 1 253:1 / / rw - ext4 /dev/vda rw\n"
        "40 22 0:40 / /mnt/the\\040share rw shared:1 - cifs //server/share rw\n"
        "41 40 0:41 / /mnt/the\\040share/local rw - ext4 /dev/vdb rw\n"
    )
    mounts = module._mounts_of_linux(table)
    kinds = {
        place: module._kind_of_mount(Path(place), mounts)
        for place in ("/home/a", "/mnt/the share/inspector", "/mnt/the share/local/inspector")
    }
    assert list(kinds.values()) == ["ext4", "cifs", "ext4"]
    assert module._mounts_of_linux(tmp_path / "none") == {}
