"""The files that say what must be installed agree with each other."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = [line for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines() if line.strip()]


def asked_for():
    extras = PROJECT["optional-dependencies"]
    installed = PROJECT["dependencies"] + extras["cluster"] + extras["dev"] + extras["formats"]
    return [Requirement(text) for text in installed]


def pinned():
    """The pins that hold for this interpreter and platform, by name."""
    pins = [Requirement(line) for line in LOCK]
    return {canonicalize_name(pin.name): pin for pin in pins if pin.marker is None or pin.marker.evaluate()}


def version(pin):
    return next(iter(pin.specifier)).version


def conda():
    dependencies = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    from_pip = [name for entry in dependencies if isinstance(entry, dict) for name in entry["pip"]]
    return [Requirement(text) for text in [d for d in dependencies if isinstance(d, str)] + from_pip]


def test_conda_gets_the_same_packages_in_the_same_ranges():
    ranges = {canonicalize_name(r.name): str(r.specifier) for r in conda()}
    assert ranges.pop("python") == PROJECT["requires-python"]
    assert ranges.pop("pip") == ""
    assert ranges == {canonicalize_name(r.name): str(r.specifier) for r in asked_for()}


def test_the_lock_holds_exact_pins_and_no_address():
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._+!-]+( ; .+)?", line) for line in LOCK)
    assert not any("://" in line for line in LOCK)


def test_the_lock_pins_what_is_asked_for_within_its_range():
    pins = pinned()
    for requirement in asked_for():
        assert requirement.specifier.contains(version(pins[canonicalize_name(requirement.name)])), requirement


def test_the_lock_pins_what_those_need_in_turn():
    pins = pinned()
    todo, seen = asked_for(), set()
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        assert name in pins, f"{name} is needed but not pinned: run `make lock`"
        for extra in requirement.extras | {""}:
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            try:
                needs = [Requirement(text) for text in requires(name) or []]
            except PackageNotFoundError:
                pytest.fail(f"{name} is pinned but not installed: run `make setup`")
            todo += [need for need in needs if need.marker is None or need.marker.evaluate({"extra": extra})]


def test_the_citation_names_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == PROJECT["version"]
    assert citation["license"] == PROJECT["license"]
    assert citation["title"]
    assert citation["authors"]


def test_hooks_fetch_nothing():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repository["repo"] for repository in hooks["repos"]] == ["local"]
