# The pipeline against a Postgres of its own service. The embedded Postgres and the
# simulator of the demo stay out. Written without a Docker engine at hand: not built yet.
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    UV_NO_CACHE=1 \
    # A run cannot keep what it compiles: each would do it anew, for half of its time.
    UV_COMPILE_BYTECODE=1 \
    MELTANO_ENVIRONMENT=prod \
    MELTANO_SEND_ANONYMOUS_USAGE_STATS=false \
    # Tokens and Meltano's state outlive the container: mount a volume here.
    XDG_STATE_HOME=/state \
    MELTANO_DATABASE_URI=sqlite:////state/meltano.db

RUN useradd --create-home --uid 10001 pipeline \
    && mkdir -p /project/data /state \
    && chown -R pipeline: /project /state

WORKDIR /project

# Meltano itself first, at the locked versions: this layer changes seldom.
COPY constraints.txt ./
RUN pip install "$(grep -oE '^uv==[0-9.]+' constraints.txt)" \
    && uv pip install --system --constraints constraints.txt meltano duckdb

COPY --chown=pipeline . .
USER pipeline

# Each plugin gets an environment of its own.
RUN meltano install \
    && python -m compileall -q tap-quickbooks target-postgres

VOLUME /state /project/data
ENTRYPOINT ["meltano"]
CMD ["run", "qb_incremental_and_models"]
