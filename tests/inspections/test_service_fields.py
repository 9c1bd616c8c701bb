"""A service is taken only when every field is right, and each wrong field is named with advice."""

from __future__ import annotations

import pytest

from inspector_app.inspections.framework_file import shipped_framework
from inspector_app.inspections.service import FIELDS, Service, ServiceInvalid, read_service

FRAMEWORK = shipped_framework("cse-2016")

GOOD = {
    "service_number": "CS2003000001",
    "name": "Riverbank House",
    "service_type": "care_home",
    "sector": "voluntary",
    "provider_name": "Brightwater Care",
    "provider_number": "SP2003000001",
    "address": "1 Invented Street\nExampleton",
    "area": "Exampleshire",
    "manager": "The registered manager",
    "places": "8",
}


def test_good_service_is_read_as_it_stands() -> None:
    assert read_service(GOOD, FRAMEWORK) == Service(
        "CS2003000001",
        "Riverbank House",
        "care_home",
        "voluntary",
        "Brightwater Care",
        "SP2003000001",
        "1 Invented Street\nExampleton",
        "Exampleshire",
        "The registered manager",
        8,
    )
    assert tuple(GOOD) == FIELDS


def test_labels_case_and_stray_blanks_are_understood() -> None:
    service = read_service(
        {
            "service_number": " cs2003000001 ",
            "name": "  Riverbank   House ",
            "service_type": "Care home for children and young people",
            "sector": "Voluntary or not for profit",
        },
        FRAMEWORK,
    )
    assert (service.service_number, service.name) == ("CS2003000001", "Riverbank House")
    assert (service.service_type, service.sector, service.places) == ("care_home", "voluntary", None)


@pytest.mark.parametrize(
    ("field", "value", "advice"),
    [
        ("service_number", "", "Give the service number."),
        ("service_number", "2003000001", "Write the letters CS"),
        ("service_number", "CS20030O0001", "Write the letters CS"),
        ("name", "  ", "Give the name."),
        ("service_type", "", "Give the service type."),
        ("service_type", "hotel", "secure_accommodation"),
        ("sector", "charity", "voluntary"),
        ("provider_number", "20030001", "Write the letters SP"),
        ("places", "eight", "whole number"),
        ("places", "-1", "whole number"),
        ("places", "٣", "whole number"),
        ("places", "5001", "whole number"),
        ("places", "000000000999999", "whole number"),
        ("name", "x" * 501, "at most 500"),
    ],
)
def test_wrong_field_is_named_with_advice(field: str, value: str, advice: str) -> None:
    with pytest.raises(ServiceInvalid) as caught:
        read_service({**GOOD, field: value}, FRAMEWORK)
    (problem,) = caught.value.problems
    assert problem.field == field
    assert advice in problem.advice


def test_all_wrong_fields_are_named_at_once() -> None:
    with pytest.raises(ServiceInvalid) as caught:
        read_service({"places": "many"}, FRAMEWORK)
    assert [problem.field for problem in caught.value.problems] == [
        "service_number",
        "name",
        "service_type",
        "sector",
        "places",
    ]
    assert "4 more" in caught.value.message


@pytest.mark.parametrize(
    ("service_type", "reporting_type"),
    [
        ("care_home", "care_home"),
        ("mainstream_residential_school", "school_care"),
        ("residential_special_school", "school_care"),
        ("school_hostel", "school_care"),
        ("secure_accommodation", "secure"),
        ("fostering", "fostering"),
        ("adoption", "adoption"),
    ],
)
def test_service_type_is_reported_under_its_reporting_type(service_type: str, reporting_type: str) -> None:
    assert FRAMEWORK.reporting_type(service_type) == reporting_type
