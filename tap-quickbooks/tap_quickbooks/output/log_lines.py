"""The lines that a sync writes for people, by ``log_language``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The Spanish ones are parsed by existing jobs.
LINES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "window": "Window {start} to {end} -> {rows} rows"
        " ({company}, {stream}, {pages} pages, {seconds:.1f} s)",
        "total": "Total {stream} downloaded: {rows}",
        "detail": "{stream}: {windows} windows, {pages} pages, {seconds:.1f} s,"
        " complete to {after} (before: {before})",
        "paused": "Company {company}: stopped after max_seconds; the next run goes on"
        " from here",
        "idle": "Company {company}: nothing new, {calls} API call{s}, {seconds:.1f} s",
        "calls": "Company {company}: {calls} API calls ({kinds}), {retries} retries,"
        " {seconds:.1f} s",
        "future": "Company {company}: the bookmark of {name} is {was}, and QuickBooks'"
        " clock says {server}; it is read again from {now} on",
        "nothing": "its beginning",
        "budget": "Metered API calls in {month}: {used} of {budget} ({share:.1%})",
        "lost": "Company {company}: what was deleted of {stream} is not known for some"
        " time; a snapshot of all Ids tells it, if current_ids is selected",
        "waiting": "Company {company}: not begun, max_seconds were over; the next run"
        " begins with those",
        "doubt": "Company {company}, {stream}: {objects}",
        "left_out": "Company {company}: change data capture cannot tell of {stream}; it"
        " is left out until {until} and read by queries meanwhile, at most every"
        " slow_interval_hours: {reason}",
        "put_off": "Company {company}: one Id of {stream} cannot be read, so what was"
        " deleted is not known; the next try is after {until}",
        "odd_count": "Company {company}: QuickBooks counts {counted} {stream} where"
        " {seen} are there; nothing is lost, windows that do not agree are read twice",
        "no_count": "Company {company}: QuickBooks does not count {stream} ({why});"
        " nothing is lost, each window is read twice",
    },
    "es": {
        "window": "Rango {start} a {end} -> {rows} filas"
        " ({company}, {stream}, {pages} páginas, {seconds:.1f} s)",
        "total": "Total {stream} descargadas: {rows}",
        "detail": "{stream}: {windows} rangos, {pages} páginas, {seconds:.1f} s,"
        " completo hasta {after} (antes: {before})",
        "paused": "Empresa {company}: detenida tras max_seconds; la próxima ejecución"
        " sigue desde aquí",
        "idle": "Empresa {company}: nada nuevo, {calls} llamada{s} a la API,"
        " {seconds:.1f} s",
        "calls": "Empresa {company}: {calls} llamadas a la API ({kinds}),"
        " {retries} reintentos, {seconds:.1f} s",
        "future": "Empresa {company}: el marcador de {name} es {was}, y el reloj de"
        " QuickBooks dice {server}; se lee de nuevo desde {now}",
        "nothing": "su comienzo",
        "budget": "Llamadas medidas a la API en {month}: {used} de {budget}"
        " ({share:.1%})",
        "lost": "Empresa {company}: no se sabe qué se borró de {stream} durante un"
        " tiempo; lo dice una lista de todos los Ids, si current_ids está elegido",
        "waiting": "Empresa {company}: sin empezar, max_seconds se agotó; la próxima"
        " ejecución empieza por ellas",
        "doubt": "Empresa {company}, {stream}: {objects}",
        "left_out": "Empresa {company}: la captura de cambios no informa sobre"
        " {stream}; queda fuera hasta {until} y se lee con consultas, como máximo cada"
        " slow_interval_hours: {reason}",
        "put_off": "Empresa {company}: un Id de {stream} no se puede leer, por lo que"
        " no se sabe qué se borró; el próximo intento es después de {until}",
        "odd_count": "Empresa {company}: QuickBooks cuenta {counted} {stream} donde hay"
        " {seen}; no se pierde nada, los rangos que no coinciden se leen dos veces",
        "no_count": "Empresa {company}: QuickBooks no cuenta {stream} ({why});"
        " no se pierde nada, cada rango se lee dos veces",
    },
}
