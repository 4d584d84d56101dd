import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.series.baseline import Noise, White, counted, fit, scatter, steady, waves


@given(st.floats(0, 1e6))
def test_the_steady_scale_leads_back_to_the_count(count):
    assert counted(steady(np.array([count])))[0] == pytest.approx(count, rel=1e-6, abs=1e-6)


def test_halving_is_the_same_step_at_every_level_and_poisson_noise_does_not_grow():
    steps = steady(np.array([400.0, 4000.0])) - steady(np.array([200.0, 2000.0]))
    assert steps == pytest.approx([np.log(2)] * 2, abs=0.03)
    rng = np.random.default_rng(0)
    wide = [steady(rng.poisson(mean, 20_000).astype(float)).var() for mean in (1, 10, 100)]
    assert max(wide) < 0.1


def test_waves_come_back_after_a_year():
    assert waves(25, 12.0)[0] == pytest.approx(waves(25, 12.0)[24], abs=1e-9)


def test_scatter_is_the_size_of_the_noise_and_does_not_mind_a_shift_or_a_gap():
    rng = np.random.default_rng(1)
    noise = rng.normal(0, 0.3, (1, 400))
    noise[0, 200:] += 5
    seen = np.ones((1, 400), dtype=bool)
    seen[0, 50:60] = False
    assert scatter(noise, seen)[0] == pytest.approx(0.09, rel=0.3)
    assert np.isnan(scatter(noise[:, :4], seen[:, :4])[0])


def test_the_memory_of_the_noise_that_made_a_series_has_the_most_evidence():
    rng = np.random.default_rng(2)
    path = np.zeros((1, 300))
    for at in range(1, 300):
        path[0, at] = 0.8 * path[0, at - 1] + rng.normal(0, 0.1)
    seen = np.ones((1, 300), dtype=bool)
    noise = Noise.of(path + 6, seen, np.zeros_like(seen))
    found = {
        memory: fit(
            White.of(path + 6, waves(300, 12.0), seen, seen, memory),
            noise.size / (1 - memory),
            noise.worth,
        ).log_evidence[0]
        for memory in (0.0, 0.3, 0.8)
    }
    assert max(found, key=found.get) == 0.8


def test_what_was_before_the_baseline_tells_the_size_of_the_noise():
    rng = np.random.default_rng(3)
    scaled = 6 + rng.normal(0, 0.5, (1, 60))
    now = np.arange(60)[None] >= 55
    blind = Noise.of(scaled, now, np.zeros_like(now))
    told = Noise.of(scaled, now, ~now)
    assert told.worth[0] > blind.worth[0]
    assert told.size[0] == pytest.approx(0.25, rel=0.5)


def test_a_level_and_a_season_are_found_again():
    season = waves(60, 12.0)
    scaled = 5 + 0.3 * season[:, 0][None]
    seen = np.ones((1, 60), dtype=bool)
    fitted = fit(White.of(scaled, season, seen, seen, 0.0), np.array([0.01]), np.array([4.0]))
    assert fitted.mean[0, :2] == pytest.approx([5.0, 0.3], abs=0.01)
