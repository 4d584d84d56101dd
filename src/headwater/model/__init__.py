"""The vocabulary: what crosses every boundary of Headwater. Pure: no input, no output."""

from headwater.model.errors import (
    BadGrading,
    DamagedNode,
    HeadwaterError,
    NotPermitted,
    Refused,
    WrongUse,
)
from headwater.model.finding import Finding
from headwater.model.grading import (
    Grade,
    Grade4x4,
    Grade5x5x5,
    GradeAdmiralty,
    Grading,
    parse_grade,
    possible_3x5x2,
)
from headwater.model.handling import TLP_COLOURS, Handling, parse_marking, strictest
from headwater.model.judgement import Judgement, Regrouping, Review, Verdict
from headwater.model.method import Method, Output, Parameter
from headwater.model.money import FEE_BASES, PAYMENT_MODES, SERVICE_MODELS, Money, currency_code
from headwater.model.period import Period, parse_period
from headwater.model.place import PLACE_KINDS, Place
from headwater.model.report import OPEN_SOURCE, Item, Refusal, Report
from headwater.model.schema import Edge, Property, Schema, schema, schemata, words
from headwater.model.statement import (
    Basis,
    Modality,
    Statement,
    Status,
    parse_statement_id,
    statement_id,
)

__all__ = [
    "FEE_BASES",
    "OPEN_SOURCE",
    "PAYMENT_MODES",
    "PLACE_KINDS",
    "SERVICE_MODELS",
    "TLP_COLOURS",
    "BadGrading",
    "Basis",
    "DamagedNode",
    "Edge",
    "Finding",
    "Grade",
    "Grade4x4",
    "Grade5x5x5",
    "GradeAdmiralty",
    "Grading",
    "Handling",
    "HeadwaterError",
    "Item",
    "Judgement",
    "Method",
    "Modality",
    "Money",
    "NotPermitted",
    "Output",
    "Parameter",
    "Period",
    "Place",
    "Property",
    "Refusal",
    "Refused",
    "Regrouping",
    "Report",
    "Review",
    "Schema",
    "Statement",
    "Status",
    "Verdict",
    "WrongUse",
    "currency_code",
    "parse_grade",
    "parse_marking",
    "parse_period",
    "parse_statement_id",
    "possible_3x5x2",
    "schema",
    "schemata",
    "statement_id",
    "strictest",
    "words",
]
