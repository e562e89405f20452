//! Any text is PTX or refused at a line of it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(error) = warpsmith::ptx::parse(text) {
        assert!(error.line() as usize <= text.lines().count().max(1));
    }
});
