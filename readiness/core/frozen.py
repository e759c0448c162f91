"""The ground every model of the core stands on: data that cannot be changed in place."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer

Name = TypeVar("Name")
Thing = TypeVar("Thing")


class Frozen(BaseModel):
    """A pydantic model that refuses unknown fields and changes in place."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


def sealed(mapping: Mapping[Name, Thing]) -> Mapping[Name, Thing]:
    """The same mapping behind a view that cannot be written to."""
    return MappingProxyType(dict(mapping))


Sealed = Annotated[
    Mapping[Name, Thing],
    AfterValidator(sealed),
    PlainSerializer(dict, return_type=dict),
]
"""A mapping field that stays as it was read."""
