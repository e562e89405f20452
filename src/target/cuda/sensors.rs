//! What the device says of itself while it works: clock, temperature, power, what holds it back. The only file that names nvml-wrapper.
//!
//! Nothing here changes a clock or a mode.

use nvml_wrapper::Nvml;
use nvml_wrapper::bitmasks::device::ThrottleReasons;
use nvml_wrapper::enum_wrappers::device::{Clock, TemperatureSensor};

use crate::measure::Sensors;

/// What makes a sample worthless: the device is slower than it is when it is left alone.
const BAD: [(ThrottleReasons, &str); 5] = [
    (ThrottleReasons::HW_SLOWDOWN, "hardware slowdown"),
    (
        ThrottleReasons::SW_THERMAL_SLOWDOWN,
        "software thermal slowdown",
    ),
    (
        ThrottleReasons::HW_THERMAL_SLOWDOWN,
        "hardware thermal slowdown",
    ),
    (ThrottleReasons::HW_POWER_BRAKE_SLOWDOWN, "power brake"),
    (ThrottleReasons::SYNC_BOOST, "sync boost"),
];

/// The management library, opened for one device.
pub struct Instruments {
    nvml: Nvml,
    id: String,
}

impl Instruments {
    /// For the device of this UUID; `None` where the library or the device is not to be had.
    pub fn open(id: &str) -> Option<Instruments> {
        // A machine with a driver and no toolkit has the second name alone.
        let nvml = Nvml::init().ok().or_else(|| {
            Nvml::builder()
                .lib_path("libnvidia-ml.so.1".as_ref())
                .init()
                .ok()
        })?;
        nvml.device_by_uuid(id).ok()?;
        Some(Instruments {
            nvml,
            id: id.to_owned(),
        })
    }

    /// What they show now. What a device does not say is left out.
    pub fn read(&self) -> Sensors {
        let Ok(device) = self.nvml.device_by_uuid(self.id.as_str()) else {
            return Sensors::default();
        };
        let reasons = device.current_throttle_reasons().ok();
        let held_back = |reasons: ThrottleReasons| {
            let some = BAD.iter().filter(|(reason, _)| reasons.contains(*reason));
            some.map(|(_, name)| (*name).to_owned()).collect()
        };
        Sensors {
            clock_mhz: device.clock_info(Clock::SM).ok().map(f64::from),
            held_back: reasons.map(held_back).unwrap_or_default(),
            temperature_c: device
                .temperature(TemperatureSensor::Gpu)
                .ok()
                .map(f64::from),
            power_w: device.power_usage().ok().map(|mw| f64::from(mw) / 1e3),
        }
    }

    /// Energy since the driver was loaded, joules; `None` where the device does not count it (before Volta).
    pub fn energy_j(&self) -> Option<f64> {
        let device = self.nvml.device_by_uuid(self.id.as_str()).ok()?;
        let mj = device.total_energy_consumption().ok()?;
        Some(mj as f64 / 1e3)
    }

    /// The kernel module's release, as in `580.65.06`.
    pub fn driver(&self) -> Option<String> {
        self.nvml.sys_driver_version().ok()
    }
}
