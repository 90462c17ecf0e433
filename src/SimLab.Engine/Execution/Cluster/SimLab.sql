-- What SimLab itself keeps in a cluster's database. Every statement may be run again and changes nothing then.

-- 0. Tables of builds before December 2026 get today's names.
DO $$
BEGIN
    IF to_regclass('simlab_told') IS NOT NULL THEN
        ALTER TABLE simlab_told RENAME TO simlab_journal;
        ALTER TABLE simlab_journal RENAME COLUMN wave TO batch;
        ALTER TABLE simlab_part RENAME COLUMN wave TO batch;
        ALTER TABLE simlab_part RENAME COLUMN life TO activation;
        ALTER TABLE simlab_checkpoint RENAME COLUMN wave TO batch;
        ALTER TABLE simlab_checkpoint RENAME COLUMN life TO activation;
        ALTER TABLE simlab_checkpoint RENAME COLUMN kept TO stored;
        ALTER TABLE simlab_run RENAME COLUMN survived TO recovery;
    END IF;
END $$;

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
    recovery text NOT NULL DEFAULT '{}',
    result_hash text,
    failure text,
    ended timestamptz,
    collected timestamptz
);

-- 2. The journal of each run, written once, and where it can be taken up again. Bodies are packed already.
CREATE TABLE IF NOT EXISTS simlab_journal
(
    run text NOT NULL REFERENCES simlab_run ON DELETE CASCADE,
    batch integer NOT NULL,
    month integer NOT NULL,
    what text NOT NULL,
    attempt integer NOT NULL,
    digest bytea NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (run, batch, month, what)
);
ALTER TABLE simlab_journal ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE IF NOT EXISTS simlab_part
(
    run text NOT NULL REFERENCES simlab_run ON DELETE CASCADE,
    activation text NOT NULL,
    batch integer NOT NULL,
    month integer NOT NULL,
    part text NOT NULL,
    digest bytea NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (run, activation, batch, month, part)
);
ALTER TABLE simlab_part ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE IF NOT EXISTS simlab_checkpoint
(
    run text NOT NULL REFERENCES simlab_run ON DELETE CASCADE,
    batch integer NOT NULL,
    month integer NOT NULL,
    activation text NOT NULL,
    parts integer NOT NULL,
    stored timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run, batch, month)
);
