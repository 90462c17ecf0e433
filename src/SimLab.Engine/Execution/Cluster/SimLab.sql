-- What SimLab itself keeps in a cluster's database. Every statement may be run again and changes nothing then.

-- 1. The run catalogue. Whoever drives a run holds it under its attempt number; claiming a run raises the number, and
--    from then on nothing is written under a lower one.
CREATE TABLE IF NOT EXISTS simlab_run
(
    run text PRIMARY KEY,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    model_build text NOT NULL,
    run_order text NOT NULL,
    submitted timestamptz NOT NULL DEFAULT now(),
    attempt integer NOT NULL DEFAULT 0,
    driver text,
    held_until timestamptz,
    months_done integer NOT NULL DEFAULT 0,
    months_in_all integer NOT NULL DEFAULT 0,
    month text,
    grain_calls bigint NOT NULL DEFAULT 0,
    survived text NOT NULL DEFAULT '{}',
    result_hash text,
    failure text,
    ended timestamptz,
    collected timestamptz
);

-- 2. What each run told, once, and where it can be taken up again. Bodies are packed already.
CREATE TABLE IF NOT EXISTS simlab_told
(
    run text NOT NULL REFERENCES simlab_run ON DELETE CASCADE,
    wave integer NOT NULL,
    month integer NOT NULL,
    what text NOT NULL,
    attempt integer NOT NULL,
    digest bytea NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (run, wave, month, what)
);
ALTER TABLE simlab_told ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE IF NOT EXISTS simlab_part
(
    run text NOT NULL REFERENCES simlab_run ON DELETE CASCADE,
    life text NOT NULL,
    wave integer NOT NULL,
    month integer NOT NULL,
    part text NOT NULL,
    digest bytea NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (run, life, wave, month, part)
);
ALTER TABLE simlab_part ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE IF NOT EXISTS simlab_checkpoint
(
    run text NOT NULL REFERENCES simlab_run ON DELETE CASCADE,
    wave integer NOT NULL,
    month integer NOT NULL,
    life text NOT NULL,
    parts integer NOT NULL,
    kept timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run, wave, month)
);
