"""What tap and target share: their settings are read from variables, and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from singer_sdk.helpers._classproperty import classproperty
from singer_sdk.plugin_base import PluginBase
from tap_quickbooks.config.sources import read_variables
from typing_extensions import override

from quickbooks_attachments.config.settings import check_kinds, cleaned
from quickbooks_attachments.config.table import with_access

if TYPE_CHECKING:
    from singer_sdk import typing as th


class Plugin(PluginBase):
    """A tap or target with a table of settings."""

    table: ClassVar[th.PropertiesList]
    """Its own settings; those that reach a company stand in the schema beside them."""
    overrides: ClassVar[dict[str, Any]] = {}
    """Settings of the command line, which come before all others."""

    @override
    def _validate_config(self, *, raise_errors: bool = True) -> list[str]:
        self._config = cleaned({**self._config, **self.overrides}, self.table)
        if raise_errors:
            check_kinds(self._config, self.table)
        return super()._validate_config(raise_errors=raise_errors)

    @classproperty
    def _env_var_config(cls) -> dict[str, Any]:  # noqa: N805  # a property of the class
        """The settings in variables; the SDK reads yes or no, and its own."""
        properties = with_access(cls.table)["properties"]
        own = {n for n, kind in properties.items() if "boolean" not in kind["type"]}
        cls.append_builtin_config(cls.config_jsonschema)
        return read_variables(cls.config_jsonschema, cls._env_var_prefix, own)
