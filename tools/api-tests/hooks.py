"""What schemathesis is told of the API beside its document."""

import schemathesis

# Texts are made character by character: two thousand of them take seconds, and ten tell as much.
LONG = 100


@schemathesis.hook
def before_load_schema(context, raw_schema):
    """Leaves the length of long texts to the tests of each rule, and fields that are left out to those of lists."""
    shorten(raw_schema)
    show_everything(raw_schema)


def show_everything(schema):
    """An answer of which a caller wanted a few fields has not all that its schema requires."""
    for operations in schema["paths"].values():
        for operation in operations.values():
            if "parameters" in operation:
                operation["parameters"] = [each for each in operation["parameters"] if each["name"] != "fields"]


def shorten(part):
    if isinstance(part, dict):
        if isinstance(part.get("maxLength"), int) and part["maxLength"] > LONG:
            del part["maxLength"]
        for each in part.values():
            shorten(each)
    elif isinstance(part, list):
        for each in part:
            shorten(each)
