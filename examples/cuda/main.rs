//! A CUDA driver without a GPU: `libcuda.so`, backed by the simulator.
//!
//! It has what this project calls of the driver API, and behaves as the driver does where that matters: launches are asynchronous, a fault shows
//! at the next call that waits and stays (the context is lost), a kernel that never ends never ends, captured launches run when the graph does. So the code
//! that talks to a GPU is tested where there is none: put the folder of this library first on `LD_LIBRARY_PATH`.
//!
//! Times are instructions executed, not a model's: they only order variants. `EMULATED_DRIVER` makes the device misbehave, for tests; its items are
//! separated by `;`:
//!
//! - `noise 0.02`: times vary by so much
//! - `scale 100`: times are so many times as long
//! - `die 7 3`, `hang 7 3`, `fault 7 3`, `wrong 7 3`, `refuse 7 3`: what becomes of modules whose hash modulo 7 is 3, but for those that a
//!   process loaded first and second (what every session begins with): the process dies in a launch, the launch never ends, it faults, it leaves a wrong byte
//!   behind, or the module is not taken
//! - `devices 2`: how many there are
//! - `release 12090`: the driver's release, in place of 12080
//! - `broken 1`: the number of a device on which every launch faults

mod device;

use std::ffi::{CStr, c_char, c_int, c_uint, c_ulonglong, c_void};

use device::{
    Fate, Function, INVALID_PTX, INVALID_VALUE, Loaded, MEMORY, NAMES, NOT_FOUND, OUT_OF_MEMORY,
    OUT_OF_RESOURCES, SHARED, SUCCESS, UNASKED, Work, asked, chosen, hash, with,
};
use warpsmith::ptx::{self, Kernel};
use warpsmith::sim::{self, Checks, Machine, Region};

/// Handles are numbers from 1.
fn handle(number: usize) -> *mut c_void {
    std::ptr::without_provenance_mut(number + 1)
}

fn number(handle: *mut c_void) -> usize {
    handle.addr().wrapping_sub(1)
}

/// Writes a result, if there is a place for it.
fn give<T>(place: *mut T, value: T) -> c_int {
    if place.is_null() {
        return INVALID_VALUE;
    }
    // SAFETY: the driver's contract: the place is one for a `T`.
    unsafe { place.write(value) };
    SUCCESS
}

macro_rules! api {
    ($($(#[$doc:meta])* fn $name:ident($($arg:ident: $ty:ty),* $(,)?) $body:block)*) => {
        $(
            /// As the driver API's manual has it.
            ///
            /// # Safety
            /// As there: pointers are to what the call takes or gives.
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $name($($arg: $ty),*) -> c_int $body
        )*
    };
}

fn devices() -> c_int {
    asked("devices")
        .and_then(|it| it.first().copied())
        .map_or(1, |count| count as c_int)
}

api! {
    fn cuInit(_flags: c_uint) { SUCCESS }
    fn cuDriverGetVersion(version: *mut c_int) {
        let release = asked("release").and_then(|it| it.first().copied());
        give(version, release.map_or(12_080, |release| release as c_int))
    }
    fn cuDeviceGetCount(count: *mut c_int) { give(count, devices()) }
    fn cuDeviceGet(device: *mut c_int, ordinal: c_int) {
        if ordinal < devices() { give(device, ordinal) } else { 101 }
    }
    fn cuDeviceTotalMem_v2(bytes: *mut usize, _device: c_int) { give(bytes, MEMORY) }
    fn cuDeviceGetUuid(uuid: *mut [u8; 16], device: c_int) {
        give(uuid, [0xe0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, device as u8])
    }
    fn cuDeviceGetName(name: *mut c_char, len: c_int, _device: c_int) {
        let text = c"Emulated device".to_bytes_with_nul();
        if (len as usize) < text.len() {
            return INVALID_VALUE;
        }
        // SAFETY: there is room for `len` bytes.
        unsafe { std::ptr::copy_nonoverlapping(text.as_ptr().cast(), name, text.len()) };
        SUCCESS
    }
    fn cuDeviceGetAttribute(value: *mut c_int, attribute: c_uint, _device: c_int) {
        give(value, match attribute {
            13 => 1_980_000,
            16 => 132,
            38 => 1 << 16,
            75 => 9,
            76 => 0,
            97 => SHARED as c_int,
            _ => 0,
        })
    }
    fn cuDevicePrimaryCtxRetain(context: *mut *mut c_void, device: c_int) {
        with(|driver| {
            driver.device = device;
            give(context, handle(0))
        })
    }
    fn cuDevicePrimaryCtxRelease_v2(_device: c_int) { SUCCESS }
    fn cuCtxSynchronize() { with(|driver| driver.lost) }
    fn cuCtxSetCurrent(_context: *mut c_void) { SUCCESS }
    fn cuStreamCreate(stream: *mut *mut c_void, _flags: c_uint) { give(stream, handle(0)) }
    fn cuStreamDestroy_v2(_stream: *mut c_void) { SUCCESS }
    fn cuStreamSynchronize(_stream: *mut c_void) { with(|driver| driver.lost) }
    fn cuStreamBeginCapture_v2(_stream: *mut c_void, _mode: c_uint) {
        with(|driver| {
            driver.capturing = Some(Vec::new());
            driver.lost
        })
    }
    fn cuStreamEndCapture(_stream: *mut c_void, graph: *mut *mut c_void) {
        with(|driver| {
            let Some(work) = driver.capturing.take() else {
                return INVALID_VALUE;
            };
            driver.graphs.push(work);
            give(graph, handle(driver.graphs.len() - 1))
        })
    }
    fn cuGraphInstantiateWithFlags(exec: *mut *mut c_void, graph: *mut c_void, _flags: c_ulonglong) {
        give(exec, graph)
    }
    fn cuGraphDestroy(_graph: *mut c_void) { SUCCESS }
    fn cuGraphExecDestroy(exec: *mut c_void) {
        with(|driver| {
            driver.graphs[number(exec)] = Vec::new();
            SUCCESS
        })
    }
    fn cuGraphLaunch(exec: *mut c_void, _stream: *mut c_void) {
        with(|driver| {
            if driver.lost != SUCCESS {
                return driver.lost;
            }
            for work in driver.graphs[number(exec)].clone() {
                driver.perform(&work);
            }
            SUCCESS
        })
    }
    fn cuEventCreate(event: *mut *mut c_void, _flags: c_uint) {
        with(|driver| {
            driver.events.push(0.0);
            give(event, handle(driver.events.len() - 1))
        })
    }
    fn cuEventRecord(event: *mut c_void, _stream: *mut c_void) {
        with(|driver| {
            driver.events[number(event)] = driver.now;
            driver.lost
        })
    }
    fn cuEventSynchronize(_event: *mut c_void) { with(|driver| driver.lost) }
    fn cuEventElapsedTime(ms: *mut f32, start: *mut c_void, end: *mut c_void) {
        with(|driver| {
            give(ms, ((driver.events[number(end)] - driver.events[number(start)]) / 1e6) as f32)
        })
    }
    fn cuEventDestroy_v2(_event: *mut c_void) { SUCCESS }
    fn cuMemGetInfo_v2(free: *mut usize, total: *mut usize) {
        give(total, MEMORY);
        with(|driver| give(free, MEMORY - driver.taken))
    }
    fn cuMemAlloc_v2(address: *mut u64, bytes: usize) {
        with(|driver| {
            if driver.lost != SUCCESS {
                return driver.lost;
            }
            if driver.taken + bytes > MEMORY {
                return OUT_OF_MEMORY;
            }
            driver.taken += bytes;
            let region = Region::new("device memory", vec![0xcd; bytes]);
            let number = match driver.free.pop() {
                Some(number) => {
                    driver.buffers[number] = region;
                    number
                }
                None => {
                    driver.buffers.push(region);
                    driver.buffers.len() - 1
                }
            };
            give(address, sim::buffer_base(number))
        })
    }
    fn cuMemFree_v2(address: u64) {
        with(|driver| {
            let Some((number, 0)) = driver.place(address) else {
                return INVALID_VALUE;
            };
            driver.taken -= driver.buffers[number].bytes.len();
            driver.buffers[number] = Region::new("freed", Vec::new());
            driver.free.push(number);
            SUCCESS
        })
    }
    fn cuMemsetD8Async(address: u64, byte: u8, bytes: usize, _stream: *mut c_void) {
        with(|driver| driver.submit(Work::Set { address, byte, bytes }))
    }
    fn cuMemcpyDtoDAsync_v2(to: u64, from: u64, bytes: usize, _stream: *mut c_void) {
        with(|driver| driver.submit(Work::Copy { to, from, bytes }))
    }
    fn cuMemcpyHtoD_v2(to: u64, from: *const u8, bytes: usize) {
        with(|driver| {
            if driver.lost != SUCCESS {
                return driver.lost;
            }
            // SAFETY: the driver's contract: so many bytes may be read.
            let data = unsafe { std::slice::from_raw_parts(from, bytes) };
            driver.bytes(to, bytes).map_or(INVALID_VALUE, |place| {
                place.copy_from_slice(data);
                SUCCESS
            })
        })
    }
    fn cuMemcpyDtoH_v2(to: *mut u8, from: u64, bytes: usize) {
        with(|driver| {
            if driver.lost != SUCCESS {
                return driver.lost;
            }
            // SAFETY: the driver's contract: so many bytes may be written.
            let place = unsafe { std::slice::from_raw_parts_mut(to, bytes) };
            driver.bytes(from, bytes).map_or(INVALID_VALUE, |data| {
                place.copy_from_slice(data);
                SUCCESS
            })
        })
    }
    fn cuModuleLoadDataEx(
        module: *mut *mut c_void,
        image: *const c_char,
        options: c_uint,
        names: *const c_uint,
        values: *const *mut c_void,
    ) {
        // SAFETY: the driver's contract: an image that is PTX ends in a zero, and there are as many names and values as `options` says.
        let (image, names, values) = unsafe {
            (
                CStr::from_ptr(image).to_string_lossy(),
                std::slice::from_raw_parts(names, options as usize),
                std::slice::from_raw_parts(values, options as usize),
            )
        };
        let say = |text: &str| {
            const LOG: c_uint = 5;
            const LOG_BYTES: c_uint = 6;
            let find = |name| names.iter().position(|it| *it == name).map(|at| values[at]);
            if let (Some(log), Some(bytes)) = (find(LOG), find(LOG_BYTES)) {
                let text = &text.as_bytes()[..text.len().min(bytes.addr().saturating_sub(1))];
                // SAFETY: the log has room for so many bytes.
                unsafe {
                    std::ptr::copy_nonoverlapping(text.as_ptr(), log.cast(), text.len());
                    log.cast::<u8>().add(text.len()).write(0);
                }
            }
        };
        with(|driver| {
            if driver.lost != SUCCESS {
                return driver.lost;
            }
            let hash = hash(&image);
            if driver.spared.len() < 2 {
                driver.spared.push(hash);
            }
            let spared = driver.spared.contains(&hash);
            let is = |word| !spared && chosen(word, hash);
            if is("refuse") {
                say("ptxas fatal   : as EMULATED_DRIVER says");
                return INVALID_PTX;
            }
            let program = match ptx::parse(&image) {
                Ok(program) => program,
                Err(error) => {
                    say(&error.to_string());
                    return INVALID_PTX;
                }
            };
            let fates = [
                ("die", Fate::Dies),
                ("hang", Fate::Hangs),
                ("fault", Fate::Faults),
                ("wrong", Fate::Wrong),
            ];
            let fate = fates.into_iter().find(|(word, _)| is(word));
            driver.modules.push(Some(Loaded {
                machine: Machine::new(&program, sim::Schedule::Forward, Checks::default()),
                program,
                fate: fate.map_or(Fate::Works, |(_, fate)| fate),
            }));
            give(module, handle(driver.modules.len() - 1))
        })
    }
    fn cuModuleUnload(module: *mut c_void) {
        with(|driver| {
            driver.modules[number(module)] = None;
            driver.lost
        })
    }
    fn cuModuleGetFunction(function: *mut *mut c_void, module: *mut c_void, name: *const c_char) {
        // SAFETY: the driver's contract: a name ends in a zero.
        let name = unsafe { CStr::from_ptr(name) }.to_string_lossy();
        with(|driver| {
            let module = number(module);
            let Some(loaded) = &driver.modules[module] else {
                return INVALID_VALUE;
            };
            let kernels = &loaded.program.kernels;
            let Some(kernel) = kernels.iter().position(|kernel| kernel.name == name) else {
                return NOT_FOUND;
            };
            let Ok(code) = sim::lower(&loaded.program, &kernels[kernel]) else {
                return INVALID_PTX;
            };
            let same = |it: &Function| it.module == module && it.kernel == kernel;
            let known = driver.functions.iter().position(same);
            let declared = code.shared_bytes as u32;
            let at = known.unwrap_or_else(|| {
                driver.functions.push(Function {
                    module,
                    kernel,
                    code,
                    declared,
                    dynamic: UNASKED.saturating_sub(declared),
                });
                driver.functions.len() - 1
            });
            give(function, handle(at))
        })
    }
    fn cuFuncSetAttribute(function: *mut c_void, attribute: c_uint, value: c_int) {
        with(|driver| {
            let function = &mut driver.functions[number(function)];
            if attribute != 8 || value < 0 || value as u32 + function.declared > SHARED {
                return INVALID_VALUE;
            }
            function.dynamic = value as u32;
            SUCCESS
        })
    }
    fn cuFuncGetAttribute(value: *mut c_int, attribute: c_uint, function: *mut c_void) {
        with(|driver| {
            let function = &driver.functions[number(function)];
            let module = driver.modules[function.module].as_ref();
            give(value, match attribute {
                1 => function.declared as c_int,
                4 => module.map_or(0, |it| it.program.kernels[function.kernel].registers as c_int),
                8 => function.dynamic as c_int,
                _ => return INVALID_VALUE,
            })
        })
    }
    fn cuGetErrorName(error: c_int, text: *mut *const c_char) {
        let found = NAMES.iter().find(|(code, ..)| *code == error);
        give(text, found.map_or(c"CUDA_ERROR_UNKNOWN", |(_, name, _)| *name).as_ptr())
    }
    fn cuGetErrorString(error: c_int, text: *mut *const c_char) {
        let found = NAMES.iter().find(|(code, ..)| *code == error);
        give(text, found.map_or(c"unknown error", |(.., words)| *words).as_ptr())
    }
    fn cuLaunchKernel(
        function: *mut c_void,
        gx: c_uint, gy: c_uint, gz: c_uint,
        bx: c_uint, by: c_uint, bz: c_uint,
        shared: c_uint,
        _stream: *mut c_void,
        params: *const *const u8,
        _extra: *const c_void,
    ) {
        with(|driver| {
            let number = number(function);
            let function = &driver.functions[number];
            let Some(module) = &driver.modules[function.module] else {
                return INVALID_VALUE;
            };
            let kernel: &Kernel = &module.program.kernels[function.kernel];
            if u64::from(bx) * u64::from(by) * u64::from(bz) > 1024 || [gx, gy, gz].contains(&0) {
                return OUT_OF_RESOURCES;
            }
            if shared > function.dynamic {
                return INVALID_VALUE;
            }
            let mut block = vec![0u8; kernel.param_bytes];
            for (at, param) in kernel.params.iter().enumerate() {
                // SAFETY: the driver's contract: there is a pointer to each parameter's bytes.
                let bytes = unsafe { std::slice::from_raw_parts(*params.add(at), param.bytes) };
                block[param.offset..param.offset + param.bytes].copy_from_slice(bytes);
            }
            driver.submit(Work::Launch {
                function: number,
                grid: [gx, gy, gz],
                block: [bx, by, bz],
                shared,
                params: block,
            })
        })
    }
}
