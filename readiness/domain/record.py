"""The ground every model of the core stands on: data that cannot be changed in place.

Loading pydantic takes longer than everything else that the program does before its first word.
So models are made without it from what the program itself knows to be right, and pydantic comes in
where something from outside is to be checked or a schema is wanted: it reads the same annotations.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Name = TypeVar("Name")
Thing = TypeVar("Thing")

NONE: Mapping[str, Any] = MappingProxyType({})
"""An empty mapping: what a mapping field holds where nothing is given."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A model that refuses unknown fields and changes in place.

    Made by name, it takes its values as they are, mappings behind views that cannot be written to
    and lists as tuples. `model_validate` has pydantic check everything. A field whose name ends in
    an underscore is written without it in files.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        "extra": "forbid",
        "frozen": True,
        "populate_by_name": True,
        "alias_generator": lambda name: name.rstrip("_"),
    }
    _defaults: ClassVar[Mapping[str, Any]] = {}
    _needed: ClassVar[frozenset[str]] = frozenset()
    _has_check: ClassVar[bool] = False

    def __init_subclass__(cls, *, kw_only: bool = True) -> None:
        """Learn the fields from the annotations; `kw_only` is for who checks types."""
        defaults = {name: cls.__dict__.get(name, ...) for name in cls.__annotations__}
        cls._defaults = {**cls._defaults, **defaults}
        cls._needed = frozenset(name for name, one in cls._defaults.items() if one is ...)
        cls._has_check = hasattr(cls, "__post_init__")

    def __init__(self, *values: Any, **given: Any) -> None:  # noqa: ANN401 - fields differ in type
        """Take the fields by name or in their order.

        Raises TypeError for one that is missing or unknown.
        """
        if values:
            if len(values) > len(self._defaults):
                raise TypeError(f"{type(self).__name__}: more values than fields")
            given.update(zip(self._defaults, values, strict=False))
        self._hold(given)
        if self._has_check:
            self.__post_init__()  # type: ignore[attr-defined]

    def _hold(self, given: Mapping[str, Any]) -> None:
        held = self.__dict__
        held.update(self._defaults)
        held.update(given)
        size = len(self._defaults)
        if len(held) != size or (len(given) != size and not self._needed <= given.keys()):
            wrong = (self._needed - given.keys()) | (given.keys() - self._defaults.keys())
            raise TypeError(f"{type(self).__name__}: missing or unknown: {', '.join(wrong)}")
        for name, value in given.items():
            kind = type(value)
            if kind is dict or kind is list:
                held[name] = _still(value)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse. Raises AttributeError."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed in place")

    def __delattr__(self, name: str) -> None:
        """Refuse. Raises AttributeError."""
        raise AttributeError(f"{type(self).__name__}.{name} cannot be taken out")

    def __deepcopy__(self, _memo: object) -> Self:
        """Itself, for nothing in it can be changed."""
        return self

    def __eq__(self, other: object) -> bool:
        """Whether it is of the same kind and holds the same."""
        if other is self:
            return True
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        """From everything it holds. Raises TypeError where that holds a mapping."""
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        """Its kind and what it holds."""
        held = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({held})"

    def model_copy(self, *, update: Mapping[str, Any] = NONE) -> Self:
        """A copy in which these fields hold other values, which are not checked."""
        return type(self)(**{**self.__dict__, **update})

    def model_dump(self, *, exclude: Collection[str] = ()) -> dict[str, Any]:
        """What it holds as JSON would have it, without some fields."""
        kept = (pair for pair in self.__dict__.items() if pair[0] not in exclude)
        return {name: _plain(value) for name, value in kept}

    @classmethod
    def as_read(cls, raw: Mapping[str, Any]) -> Self:
        """The model that tables hold which are known to be right, as those that ship are.

        Only keys are looked at. Raises TypeError for one that is missing or unknown, and whatever
        follows from a value that is not what it should be.
        """
        makers, found = _makers(cls), {}
        for key, value in raw.items():
            name, make = makers.get(key, (key, None))
            found[name] = value if make is None else make(value)
        one = cls.__new__(cls)
        one._hold(found)  # noqa: SLF001 - one of its own kind
        return one

    @classmethod
    def model_validate(cls, raw: object) -> Self:
        """The model that tables from outside hold. Raises pydantic.ValidationError."""
        return _adapter(cls).validate_python(raw)  # type: ignore[no-any-return]

    @classmethod
    def model_json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the model."""
        return _adapter(cls).json_schema()


def sealed(mapping: Mapping[Name, Thing]) -> Mapping[Name, Thing]:
    """The same mapping behind a view that cannot be written to."""
    return MappingProxyType(dict(mapping))


class _Seal:
    """Has pydantic seal a mapping that it read."""

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[..., Any]) -> object:
        from pydantic_core import core_schema

        out = core_schema.plain_serializer_function_ser_schema(
            dict,
            return_schema=handler.generate_schema(dict),  # type: ignore[attr-defined]
        )
        return core_schema.no_info_after_validator_function(
            sealed, handler(source), serialization=out
        )


class Within:
    """Has pydantic refuse numbers outside of two bounds, which are themselves allowed."""

    def __init__(self, low: float, high: float) -> None:
        """Take the bounds."""
        self._bounds = {"ge": low, "le": high}

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[..., Any]) -> object:
        """Give pydantic the bounds."""
        return {**handler(source), **self._bounds}


Sealed = Annotated[Mapping[Name, Thing], _Seal()]
"""A mapping field that stays as it was read."""


def _still(value: Any) -> Any:  # noqa: ANN401 - any value
    """The same value where nothing can be changed in place."""
    if type(value) is dict:
        return MappingProxyType({key: _still(inner) for key, inner in value.items()})
    return tuple(map(_still, value)) if type(value) is list else value


def _plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, Record):
        return value.model_dump()
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


Make = Callable[[Any], Any]


_MAKERS: dict[type[Record], dict[str, tuple[str, Make | None]]] = {}
_ADAPTERS: dict[type[Record], TypeAdapter[Any]] = {}


def _makers(cls: type[Record]) -> dict[str, tuple[str, Make | None]]:
    """For each key of a model's table: the field's name, and what makes its value."""
    if cls not in _MAKERS:
        from typing import get_type_hints

        hints = get_type_hints(cls, include_extras=True)
        found = {name.rstrip("_"): (name, _maker(hints[name])) for name in cls._defaults}
        _MAKERS[cls] = found
    return _MAKERS[cls]


def _maker(hint: Any) -> Make | None:  # noqa: ANN401 - any annotation
    """What makes a value of this type of what TOML has for it; None where that is the same."""
    from types import UnionType
    from typing import Union, get_args, get_origin

    if hint is float:
        return float
    if isinstance(hint, type) and issubclass(hint, Record):
        return hint.as_read
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _maker(args[0])
    if origin in (Union, UnionType):
        some = [one for one in args if one is not type(None)]
        return _maker(some[0]) if len(some) == 1 else _still
    if origin is tuple:
        return _each_of(_maker(args[0]))
    return _each_in(_maker(args[1])) if origin is Mapping else None


def _each_of(make: Make | None) -> Make:
    return tuple if make is None else lambda values: tuple(map(make, values))


def _each_in(make: Make | None) -> Make:
    if make is None:
        return sealed
    return lambda table: MappingProxyType({key: make(value) for key, value in table.items()})


def _adapter(cls: type[Record]) -> TypeAdapter[Any]:
    """What checks tables from outside against a model. Loads pydantic."""
    if cls not in _ADAPTERS:
        # Without this pydantic looks through every package there is for plugins of its own.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        from pydantic import TypeAdapter

        _make_known(Record)
        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


def _make_known(cls: type[Record]) -> None:
    """Let pydantic see every model as the dataclass that it is but for what makes it quick."""
    import dataclasses

    for one in cls.__subclasses__():
        if "__dataclass_fields__" not in one.__dict__:
            for name in one.__annotations__:
                if one.__dict__.get(name) is NONE:
                    setattr(one, name, dataclasses.field(default_factory=lambda: NONE))
            dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=True)(one)
        _make_known(one)
