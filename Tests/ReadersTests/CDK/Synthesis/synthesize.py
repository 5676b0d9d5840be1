"""Synthesizes CDK apps and notes each construct that their own lines make.

    pip install aws-cdk-lib            a test-time tool only; needs node
    python3 apps.py FOLDER
    python3 synthesize.py FOLDER       FOLDER/app-00/truth.tsv, …
    PLUMBLINE_SYNTHESIS=FOLDER swift test --filter SynthesisTests

A row is: line, class, id, CloudFormation type (or -), where the first is that of the call. Rows that begin with
`method` are constructs that a method such as add_listener made.
"""

import glob
import os
import runpy
import sys
import tempfile

import constructs
from jsii import _runtime

made = []
tree = []
root = "/"
create = _runtime.JSIIMeta.__call__


def qualified(cls):
    for parent in cls.__mro__:
        if "__jsii_type__" in parent.__dict__:
            return parent.__dict__["__jsii_type__"]
    return cls.__name__


def noted(cls, *args, **kwargs):
    frame = sys._getframe(1)
    construct = create(cls, *args, **kwargs)
    if issubclass(cls, constructs.Construct):
        if qualified(cls).endswith(".App"):
            tree.append(construct)
        if frame.f_code.co_filename.startswith(root) and qualified(cls) != "aws-cdk-lib.App":
            child = construct.node.default_child
            kind = getattr(child, "cfn_resource_type", None) or getattr(construct, "cfn_resource_type", None)
            own = not cls.__module__.startswith(("aws_cdk", "constructs"))
            made.append((frame.f_lineno, "own" if own else qualified(cls), construct.node.id, kind or "-"))
    return construct


def run(app):
    global root
    root = os.path.dirname(app)
    made.clear()
    tree.clear()
    os.environ["CDK_OUTDIR"] = tempfile.mkdtemp()
    runpy.run_path(app, run_name="__main__")
    rows = list(dict.fromkeys(made))
    ids = {row[2] for row in rows}
    below = sorted({c.node.id for a in tree for c in a.node.find_all()} - ids)
    with open(os.path.join(root, "truth.tsv"), "w") as file:
        for row in rows:
            file.write("\t".join(map(str, row)) + "\n")
        for id in below:
            file.write(f"method\t-\t{id}\t-\n")


_runtime.JSIIMeta.__call__ = noted
failed = 0
for app in sorted(glob.glob(os.path.join(os.path.abspath(sys.argv[1]), "*", "app.py"))):
    try:
        run(app)
        print(app, len(made), flush=True)
    except BaseException as error:
        failed += 1
        print(app, "failed:", repr(error)[:300], flush=True)
sys.exit(failed > 0)
