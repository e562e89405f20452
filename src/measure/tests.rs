//! Races on a device whose truth is known.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, LogNormal};

use super::*;

/// A device with noise: samples vary by a factor, some are disturbed, the clock drifts, and now and then it is held back.
struct Synthetic {
    random: ChaCha8Rng,
    times_ns: Vec<f64>,
    noise: LogNormal<f64>,
    /// The share of samples that take longer by up to half.
    disturbed: f64,
    /// How much slower everything is after each sample.
    drift: f64,
    speed: f64,
    /// Which looks at the instruments show a device that is held back; samples are then slower by half.
    held_back: Box<dyn Fn(usize) -> bool>,
    looks: usize,
    recoveries: usize,
    slow: bool,
    samples: usize,
    /// The sample at which the device fails.
    fails_at: usize,
}

impl Synthetic {
    fn new(seed: u64, times_ns: &[f64], noise: f64) -> Synthetic {
        Synthetic {
            random: ChaCha8Rng::seed_from_u64(seed),
            times_ns: times_ns.to_vec(),
            noise: LogNormal::new(0.0, noise).unwrap(),
            disturbed: 0.0,
            drift: 0.0,
            speed: 1.0,
            held_back: Box::new(|_| false),
            looks: 0,
            recoveries: 0,
            slow: false,
            samples: 0,
            fails_at: usize::MAX,
        }
    }
}

impl Stopwatch for Synthetic {
    type Error = &'static str;

    fn sample(&mut self, contestant: usize) -> Result<f64, &'static str> {
        if self.samples == self.fails_at {
            return Err("the kernel faulted");
        }
        self.samples += 1;
        self.speed *= 1.0 + self.drift;
        let mut time = self.times_ns[contestant] * self.speed * self.noise.sample(&mut self.random);
        if self.random.random_bool(self.disturbed) {
            time *= self.random.random_range(1.0..1.5);
        }
        Ok(if self.slow { 1.5 * time } else { time })
    }

    fn sensors(&mut self) -> Sensors {
        self.slow = (self.held_back)(self.looks);
        self.looks += 1;
        Sensors {
            clock_mhz: Some(if self.slow { 900.0 } else { 1950.0 }),
            ..Sensors::default()
        }
    }

    fn clock_mhz(&self) -> f64 {
        1980.0
    }

    fn recover(&mut self, shown: &Sensors) -> Result<(), &'static str> {
        assert_eq!(shown.clock_mhz, Some(900.0));
        self.recoveries += 1;
        Ok(())
    }
}

/// How often of `races` between kernels with these times each standing came out.
fn standings(races: u64, times_ns: [f64; 2], noise: f64) -> [usize; 4] {
    let mut counts = [0; 4];
    for seed in 0..races {
        let mut device = Synthetic::new(seed, &times_ns, noise);
        device.disturbed = 0.05;
        device.drift = 1e-5;
        let race = race(&mut device, 1, 0, &Rules::default()).unwrap();
        counts[race.standing() as usize] += 1;
    }
    counts
}

#[test]
fn identical_kernels_are_not_called_faster() {
    // Noise of a quiet device, of a busy one, of a bad one.
    for noise in [0.003, 0.02, 0.1] {
        let [faster, slower, ..] = standings(500, [1e5, 1e5], noise);
        assert!(
            faster < 5 && slower < 10,
            "{faster}, {slower} of 500 at {noise}"
        );
    }
}

#[test]
fn a_difference_beyond_the_noise_is_seen_and_sized() {
    let [faster, ..] = standings(100, [1e5, 0.95e5], 0.01);
    assert!(faster >= 98, "{faster} of 100");
    let [_, slower, ..] = standings(100, [1e5, 1.05e5], 0.01);
    assert!(slower >= 98, "{slower} of 100");
    let mut device = Synthetic::new(1, &[1e5, 0.8e5], 0.01);
    let race = race(&mut device, 1, 0, &Rules::default()).unwrap();
    assert!(race.speedup.holds(1.25), "{:?}", race.speedup);
    assert!((race.time_ns / 0.8e5 - 1.0).abs() < 0.02);
}

#[test]
fn a_race_stops_when_it_knows_enough() {
    let rules = Rules::default();
    let pairs = |noise| {
        let mut device = Synthetic::new(3, &[1e5, 1e5], noise);
        race(&mut device, 1, 0, &rules).unwrap()
    };
    let (quiet, busy, wild) = (pairs(0.002), pairs(0.02), pairs(0.3));
    assert_eq!((quiet.pairs, quiet.ended), (rules.fewest, Ended::Precise));
    assert!(
        busy.pairs > quiet.pairs && busy.pairs < rules.most,
        "{}",
        busy.pairs
    );
    assert_eq!((wild.pairs, wild.ended), (rules.most, Ended::Samples));
    assert_eq!(wild.standing(), Standing::Unknown);
}

#[test]
fn no_sample_of_a_device_that_is_held_back_counts() {
    let mut device = Synthetic::new(4, &[1e5, 1e5], 0.001);
    // Every third batch: looks come in twos.
    device.held_back = Box::new(|look| look / 2 % 3 == 1);
    let race = race(&mut device, 1, 0, &Rules::default()).unwrap();
    assert!(race.thrown_away > 0);
    assert_eq!(
        device.recoveries, race.thrown_away,
        "it is given time each time"
    );
    assert!(race.time_ns < 1.1e5 && race.baseline_ns < 1.1e5, "{race:?}");
    assert!(
        race.sensors
            .iter()
            .all(|shown| shown.clock_mhz == Some(1950.0))
    );
}

#[test]
fn a_clock_that_falls_within_a_batch_spoils_it() {
    let rules = Rules::default();
    let at = |clock| Sensors {
        clock_mhz: Some(clock),
        ..Sensors::default()
    };
    assert!(rules.counts(&at(1980.0), &at(1500.0), 1980.0));
    assert!(!rules.counts(&at(1980.0), &at(1400.0), 1980.0));
    let hot = Sensors {
        held_back: vec!["hardware slowdown".into()],
        ..at(1980.0)
    };
    assert!(!rules.counts(&hot, &at(1980.0), 1980.0));
    // A device without instruments is taken at its word.
    assert!(rules.counts(&Sensors::default(), &Sensors::default(), 1980.0));
}

#[test]
fn a_device_that_stays_slow_is_given_up_with_the_reason() {
    let mut device = Synthetic::new(5, &[1e5, 1e5], 0.001);
    device.held_back = Box::new(|_| true);
    let error = race(&mut device, 1, 0, &Rules::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the device is held back: its clock is 900 MHz of 1980"
    );
    let error = screen(&mut device, 1, 1e5, &Rules::default()).unwrap_err();
    assert!(matches!(error, Trouble::HeldBack(_)));
}

#[test]
fn a_fault_ends_a_race() {
    let mut device = Synthetic::new(6, &[1e5, 1e5], 0.001);
    device.fails_at = 9;
    let error = race(&mut device, 1, 0, &Rules::default()).unwrap_err();
    assert_eq!(error, Trouble::Sample("the kernel faulted"));
}

#[test]
fn screening_drops_what_is_far_slower_and_nothing_that_is_near() {
    let rules = Rules::default();
    let mut dropped = [0; 3];
    for seed in 0..200 {
        let mut device = Synthetic::new(seed, &[1e5, 1.1e5, 2e5], 0.03);
        device.disturbed = 0.1;
        for (contestant, dropped) in dropped.iter_mut().enumerate() {
            let screened = screen(&mut device, contestant, 1e5, &rules).unwrap();
            *dropped += usize::from(!screened.close);
        }
    }
    assert_eq!(dropped, [0, 0, 200]);
}
