//! A device's instruments without a device: `libnvidia-ml.so`, with what this project calls of the management library. Cargo names it `libnvml.so`; put a copy
//! under the other name first on `LD_LIBRARY_PATH`, beside the emulated driver.
//!
//! `EMULATED_INSTRUMENTS` says what they show; its items are separated by `;`: `clock 1200` (MHz, after the first ten readings; 1980 before),
//! `steady 1200` (MHz, always), `idle 6` (345 MHz for so many readings),
//! `slowdown 5 9` (the readings from 5 to 9 say that the hardware slows down). Energy grows by a joule each time that it is asked for.

use std::ffi::{CStr, c_char, c_int, c_uint, c_ulonglong, c_void};
use std::sync::atomic::{AtomicU64, Ordering};

const SUCCESS: c_int = 0;
const NOT_FOUND: c_int = 6;
/// `nvmlClocksThrottleReasonHwSlowdown`.
const HW_SLOWDOWN: c_ulonglong = 8;

static READINGS: AtomicU64 = AtomicU64::new(0);
static ASKED: AtomicU64 = AtomicU64::new(0);

fn asked(word: &str) -> Option<Vec<u64>> {
    let all = std::env::var("EMULATED_INSTRUMENTS").ok()?;
    all.split(';').find_map(|item| {
        let mut words = item.split_whitespace();
        (words.next() == Some(word)).then(|| words.filter_map(|it| it.parse().ok()).collect())
    })
}

fn give<T>(place: *mut T, value: T) -> c_int {
    // SAFETY: the library's contract: the place is one for a `T`.
    unsafe { place.write(value) };
    SUCCESS
}

/// As the library's manual has it.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlInit_v2() -> c_int {
    SUCCESS
}

/// As the library's manual has it.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlShutdown() -> c_int {
    SUCCESS
}

/// As the library's manual has it.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlErrorString(_: c_int) -> *const c_char {
    c"an error".as_ptr()
}

/// As the library's manual has it.
///
/// # Safety
/// As there: texts end in a zero, and there is room for what is written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvmlSystemGetDriverVersion(text: *mut c_char, bytes: c_uint) -> c_int {
    let version = c"570.0".to_bytes_with_nul();
    if (bytes as usize) < version.len() {
        return 7;
    }
    // SAFETY: there is room for `bytes` bytes.
    unsafe { std::ptr::copy_nonoverlapping(version.as_ptr().cast(), text, version.len()) };
    SUCCESS
}

/// As the library's manual has it; there are the emulated driver's devices.
///
/// # Safety
/// As there: texts end in a zero, and there is room for what is written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nvmlDeviceGetHandleByUUID(
    id: *const c_char,
    device: *mut *mut c_void,
) -> c_int {
    // SAFETY: the library's contract: the text ends in a zero.
    let id = unsafe { CStr::from_ptr(id) }.to_bytes();
    match id.starts_with(b"GPU-e0000000-") {
        true => give(device, std::ptr::without_provenance_mut(1)),
        false => NOT_FOUND,
    }
}

/// As the library's manual has it.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlDeviceGetClockInfo(_: *mut c_void, _kind: c_uint, mhz: *mut c_uint) -> c_int {
    let reading = READINGS.load(Ordering::Relaxed);
    let number = |word| asked(word).and_then(|it| it.first().copied());
    let shown = match number("idle") {
        Some(idle) if reading <= idle => 345,
        _ if reading > 10 => number("clock").unwrap_or(1980),
        _ => 1980,
    };
    give(mhz, number("steady").unwrap_or(shown) as c_uint)
}

/// As the library's manual has it; each call is a reading.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlDeviceGetCurrentClocksThrottleReasons(
    _: *mut c_void,
    reasons: *mut c_ulonglong,
) -> c_int {
    let reading = READINGS.fetch_add(1, Ordering::Relaxed) + 1;
    let slow = match asked("slowdown").as_deref() {
        Some([from, to]) => (*from..=*to).contains(&reading),
        _ => false,
    };
    give(reasons, if slow { HW_SLOWDOWN } else { 0 })
}

/// As the library's manual has it.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlDeviceGetTemperature(
    _: *mut c_void,
    _: c_uint,
    celsius: *mut c_uint,
) -> c_int {
    give(celsius, 55)
}

/// As the library's manual has it.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlDeviceGetPowerUsage(_: *mut c_void, mw: *mut c_uint) -> c_int {
    give(mw, 312_000)
}

/// As the library's manual has it.
#[unsafe(no_mangle)]
pub extern "C" fn nvmlDeviceGetTotalEnergyConsumption(
    _: *mut c_void,
    mj: *mut c_ulonglong,
) -> c_int {
    give(mj, 1000 * (ASKED.fetch_add(1, Ordering::Relaxed) + 1))
}
