//! What is known, and what is being executed right now, by key: no two variants of one key are ever both executed.

use std::collections::HashMap;

use crate::judge::{Scope, SkippedEdit, Verdict};

enum Entry {
    /// Being executed; these jobs wait for it.
    Pending(Vec<(usize, Vec<SkippedEdit>)>),
    Known(Box<Verdict>),
}

/// What [`Memo::recall`] found.
pub enum Recall {
    /// The verdict, with the asking variant's own skipped edits.
    Known(Verdict),
    /// Somebody executes it; the job was noted and comes back from [`Memo::settle`].
    Pending,
    /// Nobody has: the caller executes it and calls [`Memo::settle`].
    New,
}

/// Verdicts by scope and key.
#[derive(Default)]
pub struct Memo(HashMap<(Scope, String), Entry>);

impl Memo {
    /// Adds a verdict that was reached before.
    pub fn remember(&mut self, scope: Scope, verdict: &Verdict) {
        if let Some(key) = &verdict.key {
            self.0.insert(
                (scope, key.clone()),
                Entry::Known(Box::new(verdict.clone())),
            );
        }
    }

    /// Looks a key up for `job`; an unknown key is from now on pending.
    pub fn recall(
        &mut self,
        scope: Scope,
        key: &str,
        job: usize,
        skipped: &[SkippedEdit],
    ) -> Recall {
        match self.0.get_mut(&(scope, key.to_string())) {
            Some(Entry::Known(verdict)) => Recall::Known(Verdict {
                skipped: skipped.to_vec(),
                ..(**verdict).clone()
            }),
            Some(Entry::Pending(waiting)) => {
                waiting.push((job, skipped.to_vec()));
                Recall::Pending
            }
            None => {
                self.0
                    .insert((scope, key.to_string()), Entry::Pending(Vec::new()));
                Recall::New
            }
        }
    }

    /// Records the verdict of a pending key and returns the jobs that waited for it.
    pub fn settle(&mut self, scope: Scope, verdict: &Verdict) -> Vec<(usize, Vec<SkippedEdit>)> {
        let Some(key) = &verdict.key else {
            return Vec::new();
        };
        match self.0.insert(
            (scope, key.clone()),
            Entry::Known(Box::new(verdict.clone())),
        ) {
            Some(Entry::Pending(waiting)) => waiting,
            _ => Vec::new(),
        }
    }

    /// Forgets a pending key whose execution was cut short through no fault of its own; returns the jobs that waited.
    pub fn abandon(&mut self, scope: Scope, key: &str) -> Vec<(usize, Vec<SkippedEdit>)> {
        match self.0.remove(&(scope, key.to_string())) {
            Some(Entry::Pending(waiting)) => waiting,
            _ => Vec::new(),
        }
    }

    /// Forgets what is known of a scope: it is to be executed again.
    pub fn forget(&mut self, scope: Scope) {
        self.0.retain(|(known, _), _| *known != scope);
    }

    /// Forgets every pending key: nobody executes them any more.
    pub fn forget_pending(&mut self) {
        self.0.retain(|_, entry| matches!(entry, Entry::Known(_)));
    }
}
