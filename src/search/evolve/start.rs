//! How a search begins: what an expert would try, one thing at a time, then what worked together, then random edits.
//!
//! Most of what a kernel gains it gains by few edits that are the same on every kernel. So every family names its promising edits
//! ([`Family::sweep`](crate::edit::Family::sweep)), each is judged alone, and the best are put together by steepest ascent: prefixes of the
//! ranking, then one edit more at a time in view of what is there. Only where that ends does evolution begin, with all that was judged as
//! its first pool.

use super::generation::Slot;
use super::{Evaluate, Individual, Search, Trial};
use crate::edit::{Edit, FamilyInfo, Genome};
use crate::search::breed::put;

/// Genomes of a random first generation that are judged at a time.
const CHUNK: usize = 1024;
/// Edits that are tried on top of the best at a time.
const STEP: usize = 16;
/// How many of the edits that helped are put together at most.
const TOGETHER: usize = 12;
/// What an edit must gain to count as a gain, as a share of the time: less is chance of the clock's rounding.
const GAIN: f64 = 1e-3;

impl<E: Evaluate> Search<'_, E> {
    /// The first generation: the baseline, promising edits of it and what becomes of them together, and random edits.
    pub(super) fn begin(&mut self) -> Result<(), E::Error> {
        let singles = self.sweep()?;
        self.climb(&singles)?;
        let mut random = Vec::new();
        let genomes = self.policy.start_genomes();
        let mut index = 1;
        while index < genomes && !self.is_spent() {
            let until = genomes.min(index + CHUNK);
            let slots = (index..until).map(|index| self.first(index)).collect();
            random.extend(self.fill(slots)?);
            index = until;
        }
        // What was swept and combined is in the ledger; of what is random the pool has what filled a slot.
        let mut pool = vec![self.baseline.clone()];
        if self.policy.start.sweep > 0 {
            pool.extend(self.ledger.correct());
        }
        pool.extend(random.into_iter().map(|(_, individual)| individual));
        self.survive(pool)
    }

    /// A slot of the random first generation.
    fn first(&self, index: usize) -> Slot {
        use rand::RngExt;
        let most = self.policy.start.edits;
        let mutations = match self.policy.start.vary {
            true => self.rng(index, u32::MAX).random_range(1..=most),
            false => most,
        };
        Slot::of(index, &self.baseline, mutations)
    }

    /// Judges promising edits alone; returns those that gained, most first.
    fn sweep(&mut self) -> Result<Vec<Edit>, E::Error> {
        if self.policy.start.sweep == 0 {
            return Ok(Vec::new());
        }
        let mut edits = self.breeder.sweep(&self.baseline.genome);
        edits.truncate(self.policy.start.sweep);
        let stem = self.baseline.clone();
        self.gains(&stem, edits)
    }

    /// Judges each edit on top of `stem`; returns those that gained, most first.
    fn gains(&mut self, stem: &Individual, edits: Vec<Edit>) -> Result<Vec<Edit>, E::Error> {
        let trials: Vec<Trial> = edits.iter().map(|edit| trial(stem, [edit])).collect();
        let verdicts = self.judge(&trials)?;
        let limit_ns = stem.objectives()[0] * (1.0 - GAIN);
        let mut gains: Vec<(f64, Edit)> = edits
            .into_iter()
            .zip(verdicts)
            .filter_map(|(edit, verdict)| {
                let time_ns = verdict?.score?.time_ns;
                (time_ns < limit_ns).then_some((time_ns, edit))
            })
            .collect();
        gains.sort_by(|a, b| a.0.total_cmp(&b.0));
        Ok(gains.into_iter().map(|(_, edit)| edit).collect())
    }

    /// Puts together what gained alone, then adds to the best what gains on top of it, until nothing does.
    fn climb(&mut self, singles: &[Edit]) -> Result<(), E::Error> {
        let until = self.ledger.spent() + self.policy.start.climb;
        if self.policy.start.climb == 0 {
            return Ok(());
        }
        let baseline = self.baseline.clone();
        let stated = self.stated()?;
        self.together(&stated, singles, until)?;
        self.together(&baseline, singles, until)?;
        self.pairs(&stated, until)?;
        let mut best = self.fastest(&stated);
        loop {
            let mut candidates = self.candidates(&best, singles);
            let mut gains = Vec::new();
            while gains.is_empty() && !candidates.is_empty() {
                let left = until.saturating_sub(self.ledger.spent());
                if left == 0 || self.is_spent() {
                    return Ok(());
                }
                let step = candidates.len().min(STEP).min(left);
                let edits = candidates.drain(..step).collect();
                gains = self.gains(&best, edits)?;
            }
            match gains.is_empty() {
                true => self.pairs(&best, until)?,
                false => self.together(&best, &gains, until)?,
            }
            let before = best.objectives()[0];
            best = self.fastest(&best);
            if gains.is_empty() && best.objectives()[0] >= before {
                return Ok(());
            }
        }
    }

    /// The baseline with all that costs nothing to say, if that is right and not slower; else the baseline.
    fn stated(&mut self) -> Result<Individual, E::Error> {
        let is_free = |edit: &Edit| FamilyInfo::named(edit.family()).is_some_and(|it| it.free);
        let mut free: Vec<Edit> = Vec::new();
        // What one says may be part of what another said: each is asked for in view of those before.
        while free.len() < TOGETHER {
            let sweep = self.breeder.sweep(&free.clone().into());
            let new =
                |edit: &Edit| is_free(edit) && !free.contains(edit) && !self.credit.wrong(edit);
            let Some(edit) = sweep.into_iter().find(new) else {
                break;
            };
            free.push(edit);
        }
        let trials = [trial(&self.baseline, &free)];
        let verdict = self.judge(&trials)?.pop().flatten();
        let [trial] = trials;
        let limit_ns = self.baseline.objectives()[0] * (1.0 + GAIN);
        let stated = verdict
            .and_then(|verdict| Individual::new(trial.genome, verdict))
            .filter(|it| it.objectives()[0] <= limit_ns);
        Ok(stated.unwrap_or_else(|| self.baseline.clone()))
    }

    /// Judges `stem` with the first of `gains`, with the first two, and so on.
    fn together(
        &mut self,
        stem: &Individual,
        gains: &[Edit],
        until: usize,
    ) -> Result<(), E::Error> {
        let gains = compatible(gains);
        let mut trials: Vec<Trial> = Vec::new();
        for count in 1..=gains.len().min(TOGETHER) {
            let trial = trial(stem, gains[..count].iter().copied());
            if trials.iter().all(|other| other.genome != trial.genome) {
                trials.push(trial);
            }
        }
        trials.truncate(until.saturating_sub(self.ledger.spent()));
        self.judge(&trials).map(|_| ())
    }

    /// Judges `stem` with pairs of edits that seldom pay alone.
    fn pairs(&mut self, stem: &Individual, until: usize) -> Result<(), E::Error> {
        let pairs = self.breeder.pairs(&stem.genome).into_iter();
        let sound = |pair: &[Edit; 2]| !pair.iter().any(|edit| self.credit.wrong(edit));
        let mut trials: Vec<Trial> = pairs.filter(sound).map(|pair| trial(stem, &pair)).collect();
        trials.retain(|it| self.ledger.verdict(&it.genome).is_none());
        let left = until.saturating_sub(self.ledger.spent());
        trials.truncate(self.policy.start.pairs.min(left));
        self.judge(&trials).map(|_| ())
    }

    /// The fastest variant so far; `otherwise`, if nothing is faster than that by a gain.
    fn fastest(&self, otherwise: &Individual) -> Individual {
        let limit_ns = otherwise.objectives()[0] * (1.0 - GAIN);
        let fastest = self.ledger.ranking().into_iter().next();
        let fastest = fastest.filter(|it| it.objectives()[0] < limit_ns);
        fastest.unwrap_or_else(|| otherwise.clone())
    }

    /// What may be worth adding to `best`: other values of what it decides, then what gained alone, then what its families name in view of
    /// it; nothing that was wrong alone. Values come first because edits lead astray that gain only beside the value that is there.
    fn candidates(&self, best: &Individual, singles: &[Edit]) -> Vec<Edit> {
        let decided: Vec<String> = best.genome.iter().filter_map(Edit::slot).collect();
        let named = self.breeder.sweep(&best.genome);
        let (values, named): (Vec<Edit>, Vec<Edit>) = named
            .into_iter()
            .partition(|edit| edit.slot().is_some_and(|slot| decided.contains(&slot)));
        let mut candidates: Vec<Edit> = Vec::new();
        for edit in values.iter().chain(singles).chain(&named) {
            if !candidates.contains(edit) && !self.credit.wrong(edit) {
                candidates.push(edit.clone());
            }
        }
        let new = |edit: &Edit| {
            let genome = put(&best.genome, edit.clone());
            !best.genome.contains(edit) && self.ledger.verdict(&genome).is_none()
        };
        candidates.retain(new);
        candidates
    }
}

/// Those that decide something that none before them decides.
fn compatible(edits: &[Edit]) -> Vec<&Edit> {
    let mut kept: Vec<&Edit> = Vec::new();
    for edit in edits {
        let slot = edit.slot();
        if slot.is_none() || kept.iter().all(|other| other.slot() != slot) {
            kept.push(edit);
        }
    }
    kept
}

/// `stem` with these edits, each in its place.
fn trial<'e>(stem: &Individual, edits: impl IntoIterator<Item = &'e Edit>) -> Trial {
    let edits: Vec<&Edit> = edits.into_iter().collect();
    let mut genome: Genome = stem.genome.clone();
    for edit in &edits {
        if !genome.contains(edit) {
            genome = put(&genome, (*edit).clone());
        }
    }
    let only = match edits.as_slice() {
        [edit] => Some((*edit).clone()),
        _ => None,
    };
    Trial {
        genome,
        operator: only.as_ref().map_or("combine", Edit::family),
        edit: only,
        parents: vec![stem.verdict.key.clone()],
        parents_ns: stem.objectives()[0],
    }
}
