"""Numbers, texts and bytes on the wire: those that msgpack does not know as they are."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from ..messages import MAX_DECIMAL_DIGITS, MAX_EXPONENT, MAX_INTEGER_BITS
from .kind import Kind, Packer, Packing, Reading, require

NODES = 4
SMALL_BITS = 64  # an int of fewer bits crosses as it is
KEY_TYPES = (type(None), int, float, complex, str, bytes, Fraction, Decimal)


def _packer(kind: type) -> Packer | None:
    return next((pack for base, pack in PACKERS if issubclass(kind, base)), None)


def _pack_int(value: int, packing: Packing, _depth: int) -> object:
    if value.bit_length() < SMALL_BITS:
        return int(value)
    packing.count(NODES)
    return ["i", hex(int(value))] if value.bit_length() <= MAX_INTEGER_BITS else packing.foreign("builtins.int")


def _pack_complex(value: complex, packing: Packing, _depth: int) -> object:
    packing.count(NODES)
    return ["c", float(value.real), float(value.imag)]


def _pack_fraction(value: Fraction, packing: Packing, _depth: int) -> object:
    packing.count(NODES)
    parts = int(value.numerator), int(value.denominator)
    if max(part.bit_length() for part in parts) > MAX_INTEGER_BITS:
        return packing.foreign("fractions.Fraction")
    return ["q", *map(hex, parts)]


def _pack_decimal(value: Decimal, packing: Packing, _depth: int) -> object:
    packing.count(NODES)
    return ["d", str(Decimal(value))] if _is_handy(value) else packing.foreign("decimal.Decimal")


def _is_handy(value: Decimal) -> bool:
    """Tell whether computing with a decimal takes little: it has not too many digits, and may be compared."""
    if not value.is_finite():
        return not value.is_snan() and len(value.as_tuple().digits) <= MAX_DECIMAL_DIGITS
    return len(value.as_tuple().digits) <= MAX_DECIMAL_DIGITS and abs(value.adjusted()) <= MAX_EXPONENT


PACKERS: tuple[tuple[type, Packer], ...] = (
    (int, _pack_int),
    (float, lambda value, _packing, _depth: float(value)),
    (str, lambda value, _packing, _depth: str(value)),
    (bytes, lambda value, _packing, _depth: bytes(value)),
    (complex, _pack_complex),
    (Fraction, _pack_fraction),
    (Decimal, _pack_decimal),
)


def _read_int(_reading: Reading, _depth: int, digits: str) -> int:
    return int(digits[: MAX_INTEGER_BITS // 4 + 3], 16)


def _read_complex(_reading: Reading, _depth: int, real: float, imaginary: float) -> complex:
    require(type(real) is float and type(imaginary) is float)
    return complex(real, imaginary)


def _read_fraction(reading: Reading, depth: int, numerator: str, denominator: str) -> Fraction:
    return Fraction(_read_int(reading, depth, numerator), _read_int(reading, depth, denominator))


def _read_decimal(_reading: Reading, _depth: int, text: str) -> Decimal:
    require(type(text) is str and len(text) <= 2 * MAX_DECIMAL_DIGITS)
    value = Decimal(text)
    require(_is_handy(value))
    return value


PLAIN = Kind(_packer, {"i": _read_int, "c": _read_complex, "q": _read_fraction, "d": _read_decimal})
