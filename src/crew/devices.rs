//! The part of a crew that measures: one worker process for each device, one variant at a time on each.
//!
//! A variant comes here when the simulator has passed it. Whatever it does to a device costs its own verdict: a fault takes the worker's context
//! along, a hang is ended by SIGKILL, and the next worker executes the unedited kernel first, the canary, before it measures anything. A device whose
//! canary fails is taken out of use and named; nothing resets it.

use std::collections::{BTreeMap, VecDeque};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::Error;
use super::process::{Death, Event, Incoming, Process, WorkerCommand};
use super::protocol::{Assembler, Reply, Request};
use crate::judge::device::{DeviceSpec, Opened};
use crate::judge::{Finished, JudgeSpec, Measuring, Outcome, SkippedEdit, Verdict};

/// Numbers of the places of devices begin here; those of other workers are below.
pub(super) const FIRST: usize = 1 << 16;
/// How long a worker may take to load the workload and compute references, before it first launches anything.
pub(super) const OPENING: Duration = Duration::from_secs(1800);
/// How long the driver's compiler may take for a variant.
const COMPILING: Duration = Duration::from_secs(60);
/// How often the canary may fail in a row before its device is taken out of use.
const CANARIES: u32 = 2;
/// How often a variant is given to another worker after trouble that is nobody's fault.
const RETRIES: u32 = 2;

/// How long a worker says that its next step takes at most. Between steps on the device it compiles and compares.
pub(super) fn within(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds)
        .unwrap_or(OPENING)
        .min(OPENING)
}

/// A variant that waits for a device, or is on one.
pub(super) struct Work {
    /// Which of the round's jobs.
    pub job: usize,
    pub key: String,
    pub skipped: Vec<SkippedEdit>,
    /// What the simulator says of it.
    pub simulated: Verdict,
    pub finished: Box<Finished>,
    /// What an assembler made of it ahead, if one did.
    image: Option<Vec<u8>>,
    tries: u32,
}

impl Work {
    /// A job that the simulator passed.
    pub fn new(
        job: usize,
        key: String,
        skipped: Vec<SkippedEdit>,
        simulated: Verdict,
        (finished, image): (Box<Finished>, Option<Vec<u8>>),
    ) -> Work {
        Work {
            job,
            key,
            skipped,
            simulated,
            finished,
            image,
            tries: 0,
        }
    }

    /// Its verdict: what the device says, with the cases that were simulated before it.
    fn settled(self, measured: Verdict) -> (usize, Verdict) {
        let verdict = Verdict {
            key: Some(self.key),
            skipped: self.skipped,
            ..both(self.simulated, measured)
        };
        (self.job, verdict)
    }
}

/// The verdict of a device, with the cases that were simulated before.
pub(super) fn both(simulated: Verdict, measured: Verdict) -> Verdict {
    let mut cases = simulated.cases;
    cases.extend(measured.cases);
    Verdict { cases, ..measured }
}

/// The verdict on what did not end.
pub(super) fn late() -> Verdict {
    let detail = "on the device: it did not end in time";
    Verdict::failed(Outcome::Timeout, "deadline", detail)
}

/// The verdict on what ended its worker.
pub(super) fn crashed(death: &Death) -> Verdict {
    let detail = format!("on the device: {}", death.how());
    Verdict::failed(Outcome::Runtime, "crash", detail)
}

enum State {
    Empty,
    Opening,
    Idle,
    Measuring(Box<Work>),
    /// Out of use.
    Retired,
}

struct Place {
    ordinal: u32,
    process: Option<Process>,
    incarnation: u64,
    state: State,
    /// When whatever it is doing must be done.
    until: Instant,
    failed_canaries: u32,
    opened: bool,
}

impl Place {
    /// Ends the process by SIGKILL; says what it was doing.
    fn end(&mut self) -> State {
        if let Some(process) = self.process.take() {
            process.bury();
        }
        std::mem::replace(&mut self.state, State::Empty)
    }
}

/// The devices of a crew.
pub(super) struct Devices {
    spec: JudgeSpec,
    measuring: Measuring,
    /// How to start a worker that measures.
    command: WorkerCommand,
    places: Vec<Place>,
    queue: VecDeque<Work>,
    /// What the first device said when it was opened: times are told by its baseline.
    first: Option<Opened>,
    baseline_ns: BTreeMap<String, f64>,
    compiled_by: Option<String>,
    best_ns: Option<f64>,
    /// Devices out of use, and why.
    retired: Vec<String>,
}

impl Devices {
    /// Devices that nobody has opened yet.
    pub fn new(spec: JudgeSpec, measuring: Measuring, command: WorkerCommand) -> Devices {
        let place = |&ordinal: &u32| Place {
            ordinal,
            process: None,
            incarnation: 0,
            state: State::Empty,
            until: Instant::now(),
            failed_canaries: 0,
            opened: false,
        };
        Devices {
            places: measuring.devices.iter().map(place).collect(),
            spec,
            measuring,
            command,
            queue: VecDeque::new(),
            first: None,
            baseline_ns: BTreeMap::new(),
            compiled_by: None,
            best_ns: None,
            retired: Vec::new(),
        }
    }

    /// Tells times by a baseline that was measured before, and by what compiled it.
    pub fn tell_by(&mut self, baseline_ns: BTreeMap<String, f64>, compiled_by: Option<String>) {
        self.baseline_ns = baseline_ns;
        self.compiled_by = compiled_by;
    }

    /// What a worker is told of the device of that number.
    pub fn spec_of(&self, ordinal: u32) -> DeviceSpec {
        DeviceSpec {
            ordinal,
            rules: self.measuring.rules.clone(),
            baseline_ns: self.baseline_ns.clone(),
            compiled_by: self.compiled_by.clone(),
        }
    }

    /// The first of its devices.
    pub fn first_ordinal(&self) -> u32 {
        self.places.first().map_or(0, |place| place.ordinal)
    }

    /// What the first device said of itself.
    pub fn opened(&self) -> Option<&Opened> {
        self.first.as_ref()
    }

    /// What assembles as the devices' driver does, once one was opened.
    pub fn assembler(&self) -> Option<Assembler> {
        let about = &self.first.as_ref()?.about;
        Some(Assembler {
            release: about.driver.clone(),
            arch: about.arch.clone(),
        })
    }

    /// Devices out of use, and why.
    pub fn retired(&self) -> &[String] {
        &self.retired
    }

    /// Takes a variant that the simulator passed.
    pub fn submit(&mut self, work: Work) {
        self.queue.push_back(work);
    }

    /// Ends workers that have nothing to do: a device may let one process in at a time.
    pub fn rest(&mut self) {
        for place in &mut self.places {
            if matches!(place.state, State::Idle) {
                place.end();
            }
        }
    }

    /// Ends all workers and forgets what they were doing.
    pub fn dismiss(&mut self) {
        for place in &mut self.places {
            if !matches!(place.state, State::Retired) {
                place.end();
            }
        }
        self.queue.clear();
    }

    /// Gives what waits to devices that are free, and opens those that nobody has opened.
    pub fn hire(&mut self, sender: &Sender<Incoming>) -> Result<(), Error> {
        for index in 0..self.places.len() {
            if self.queue.is_empty() {
                break;
            }
            match self.places[index].state {
                State::Empty => self.start(index, sender)?,
                State::Idle => {
                    let Some(work) = self.queue.pop_front() else {
                        break;
                    };
                    let request = Request::Measure {
                        finished: work.finished.clone(),
                        image: work.image.clone(),
                        best_ns: self.best_ns,
                    };
                    let place = &mut self.places[index];
                    place.state = State::Measuring(Box::new(work));
                    place.until = Instant::now() + COMPILING;
                    if let Some(process) = &mut place.process {
                        // A failed write means the process is gone; the closed pipe says so in order.
                        let _ = process.send(&request);
                    }
                }
                State::Opening | State::Measuring(_) | State::Retired => {}
            }
        }
        Ok(())
    }

    fn start(&mut self, index: usize, sender: &Sender<Incoming>) -> Result<(), Error> {
        let device = Box::new(self.spec_of(self.places[index].ordinal));
        let place = &mut self.places[index];
        place.incarnation += 1;
        let command = &self.command;
        let spawned = Process::spawn(command, FIRST + index, place.incarnation, sender.clone());
        let mut process =
            spawned.map_err(|e| Error::Workers(format!("{}: {e}", command.program.display())))?;
        let _ = process.send(&Request::OpenDevice {
            spec: Box::new(self.spec.clone()),
            device,
        });
        place.process = Some(process);
        place.state = State::Opening;
        place.until = Instant::now() + OPENING;
        Ok(())
    }

    /// Takes note of what a worker said. A verdict comes back with its job.
    pub fn handle(&mut self, incoming: Incoming) -> Result<Option<(usize, Verdict)>, Error> {
        let index = incoming.place - FIRST;
        let place = &mut self.places[index];
        if place.incarnation != incoming.incarnation {
            return Ok(None);
        }
        match incoming.event {
            Event::Closed => self.closed(index),
            Event::Garbage(line) => Err(Error::Workers(format!("not a message: {line}"))),
            Event::Reply(Reply::Launching { within_s }) => {
                place.until = Instant::now() + within(within_s);
                Ok(None)
            }
            Event::Reply(Reply::Opened(opened)) => self.ready(index, *opened),
            Event::Reply(Reply::Refused { message }) => self.no_canary(index, message),
            Event::Reply(Reply::Judged { verdict, last, .. }) => {
                let state = std::mem::replace(&mut place.state, State::Idle);
                let State::Measuring(work) = state else {
                    return Err(Error::Workers("a verdict on no variant".into()));
                };
                if last {
                    place.end();
                }
                if verdict.is_correct() {
                    let time_ns = verdict.time_ns();
                    self.best_ns = Some(self.best_ns.map_or(time_ns, |best| best.min(time_ns)));
                }
                Ok(Some(work.settled(*verdict)))
            }
            Event::Reply(Reply::Troubled { message }) => match place.end() {
                State::Measuring(work) => Ok(self.again(*work, "device", message)),
                _ => Err(Error::Workers("trouble with no variant".into())),
            },
            Event::Reply(_) => Err(Error::Workers("an answer to no question".into())),
        }
    }

    fn ready(&mut self, index: usize, opened: Opened) -> Result<Option<(usize, Verdict)>, Error> {
        let place = &mut self.places[index];
        if let Some(first) = &self.first
            && first.about.name != opened.about.name
        {
            return Err(Error::Refused(format!(
                "device {} is a {}, another one a {}: times of one run must come from one model",
                place.ordinal, opened.about.name, first.about.name
            )));
        }
        place.state = State::Idle;
        place.opened = true;
        place.failed_canaries = 0;
        if self.baseline_ns.is_empty() {
            let cases = opened.baseline.cases.iter();
            self.baseline_ns = cases
                .map(|case| (case.case.clone(), case.time_ns))
                .collect();
        }
        let fastest = opened.compiled_by.first();
        if let (None, Some((by, _))) = (&self.compiled_by, fastest) {
            self.compiled_by = Some(by.clone());
        }
        self.first.get_or_insert(opened);
        Ok(None)
    }

    /// A worker's device does not execute the unedited kernel.
    fn no_canary(
        &mut self,
        index: usize,
        message: String,
    ) -> Result<Option<(usize, Verdict)>, Error> {
        let place = &mut self.places[index];
        place.end();
        place.failed_canaries += 1;
        if place.failed_canaries >= CANARIES || !place.opened {
            place.state = State::Retired;
            let named = format!("device {} is out of use: {message}", place.ordinal);
            self.retired.push(named);
        }
        let all = |retired: &Place| matches!(retired.state, State::Retired);
        match (self.places.iter().all(all), &self.first) {
            (false, _) => Ok(None),
            (true, Some(_)) => Err(Error::Workers(self.retired.join("; "))),
            // What never worked is a mistake in what was asked for.
            (true, None) if self.places.len() == 1 => Err(Error::Refused(message)),
            (true, None) => Err(Error::Refused(self.retired.join("; "))),
        }
    }

    /// A worker's process ended.
    fn closed(&mut self, index: usize) -> Result<Option<(usize, Verdict)>, Error> {
        let place = &mut self.places[index];
        let Some(process) = place.process.take() else {
            return Ok(None);
        };
        let death = process.mourn();
        match std::mem::replace(&mut place.state, State::Empty) {
            State::Opening => self.no_canary(index, format!("its worker ended: {}", death.how())),
            // Signal 9 was not ours: the system's out-of-memory killer, or a person.
            State::Measuring(work) if death.signal == Some(9) => {
                Ok(self.again(*work, "crash", death.how()))
            }
            State::Measuring(work) => Ok(Some(work.settled(crashed(&death)))),
            State::Retired => {
                place.state = State::Retired;
                Ok(None)
            }
            State::Idle | State::Empty => Ok(None),
        }
    }

    /// Lets a variant wait once more, or gives it its verdict.
    fn again(&mut self, mut work: Work, kind: &str, detail: String) -> Option<(usize, Verdict)> {
        if work.tries < RETRIES {
            work.tries += 1;
            self.queue.push_back(work);
            return None;
        }
        let verdict = Verdict::failed(Outcome::Constraints, kind, detail);
        Some(work.settled(verdict))
    }

    /// Kills workers whose step on the device took too long; gives the verdicts on what they measured.
    pub fn enforce_deadlines(&mut self) -> Result<Vec<(usize, Verdict)>, Error> {
        let mut verdicts = Vec::new();
        for index in 0..self.places.len() {
            let place = &mut self.places[index];
            let busy = matches!(place.state, State::Opening | State::Measuring(_));
            if !busy || Instant::now() <= place.until {
                continue;
            }
            match place.end() {
                State::Measuring(work) => verdicts.push(work.settled(late())),
                _ => {
                    self.no_canary(index, "the unedited kernel did not end in time".into())?;
                }
            }
        }
        Ok(verdicts)
    }
}
