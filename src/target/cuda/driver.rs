//! The CUDA driver, found when the program runs: what this project uses of it, with errors as values. The only file that names cudarc.
//!
//! cudarc's loader panics where there is no driver, so [`present`] is asked before anything else. Handles belong to structs that give them back
//! when they are dropped. All work goes to one stream of the device's primary context, so that its order is the order of the calls.

use std::ffi::{CString, c_void};
use std::ops::Range;
use std::rc::Rc;

use cudarc::driver::{result, sys};

use super::About;
use super::error::{DriverError, Named};

/// Whether a driver's library can be loaded.
pub fn present() -> bool {
    // SAFETY: loads and unloads the library; its initialisers are the driver's own.
    unsafe { sys::is_culib_present() }
}

/// How many devices there are. [`present`] must have said yes.
///
/// # Errors
/// A driver that cannot be initialised: as a rule it says that there is no device.
pub fn count() -> Result<u32, DriverError> {
    result::init().named("cuInit")?;
    let count = result::device::get_count().named("cuDeviceGetCount")?;
    Ok(u32::try_from(count).unwrap_or(0))
}

/// What the device of that number is. Nothing is opened for it.
///
/// # Errors
/// As [`count`].
pub fn describe(ordinal: u32) -> Result<About, DriverError> {
    result::init().named("cuInit")?;
    let number = i32::try_from(ordinal).unwrap_or(i32::MAX);
    about(result::device::get(number).named("cuDeviceGet")?)
}

/// A device with its context.
#[derive(Debug)]
struct Context {
    device: sys::CUdevice,
    stream: sys::CUstream,
    start: sys::CUevent,
    stop: sys::CUevent,
}

impl Drop for Context {
    fn drop(&mut self) {
        // SAFETY: the handles were made in `Gpu::open`, belong to this struct alone, and everything that uses them holds it. In a context
        // that is lost these calls fail, and there is nothing left to give back.
        unsafe {
            let _ = result::event::destroy(self.start);
            let _ = result::event::destroy(self.stop);
            let _ = result::stream::destroy(self.stream);
            let _ = result::primary_ctx::release(self.device);
        }
    }
}

/// A device that is ready for work.
#[derive(Debug, Clone)]
pub struct Gpu {
    context: Rc<Context>,
    about: About,
}

/// A piece of the device's memory.
#[derive(Debug)]
pub struct Memory {
    address: sys::CUdeviceptr,
    bytes: usize,
    _context: Rc<Context>,
}

impl Memory {
    /// Where it is.
    pub fn address(&self) -> u64 {
        self.address
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // SAFETY: allocated by `Gpu::allocate`, given back once.
        unsafe {
            let _ = result::free_sync(self.address);
        }
    }
}

/// Machine code on the device.
#[derive(Debug)]
pub struct Module {
    handle: sys::CUmodule,
    _context: Rc<Context>,
}

impl Drop for Module {
    fn drop(&mut self) {
        // SAFETY: loaded by `Gpu::load`, unloaded once; functions keep their module.
        unsafe {
            let _ = result::module::unload(self.handle);
        }
    }
}

/// One kernel of a module.
#[derive(Debug, Clone)]
pub struct Function {
    handle: sys::CUfunction,
    /// 32-bit registers of a thread.
    pub registers: u32,
    _module: Rc<Module>,
}

/// Launches that were captured, to be made again with one call.
#[derive(Debug)]
pub struct Graph {
    handle: sys::CUgraphExec,
    _context: Rc<Context>,
}

impl Drop for Graph {
    fn drop(&mut self) {
        // SAFETY: instantiated by `Gpu::capture`, destroyed once.
        unsafe {
            let _ = result::graph::exec_destroy(self.handle);
        }
    }
}

/// How a kernel is launched.
#[derive(Debug, Clone, Copy)]
pub struct Geometry {
    /// Blocks in x, y and z.
    pub grid: [u32; 3],
    /// Threads of a block in x, y and z.
    pub block: [u32; 3],
    /// Dynamic shared memory, bytes.
    pub shared: u32,
}

impl Gpu {
    /// Opens a device. [`present`] must have said yes.
    ///
    /// # Errors
    /// No such device, or one that is not to be had: in exclusive use by another process, or broken.
    pub fn open(ordinal: u32) -> Result<Gpu, DriverError> {
        result::init().named("cuInit")?;
        let number = i32::try_from(ordinal).unwrap_or(i32::MAX);
        let device = result::device::get(number).named("cuDeviceGet")?;
        // SAFETY: `device` is what the driver gave; the context is retained here and released by `Context`.
        let (stream, start, stop) = unsafe {
            let context = result::primary_ctx::retain(device).named("cuDevicePrimaryCtxRetain")?;
            result::ctx::set_current(context).named("cuCtxSetCurrent")?;
            let event = || {
                result::event::create(sys::CUevent_flags::CU_EVENT_DEFAULT).named("cuEventCreate")
            };
            let stream = result::stream::create(result::stream::StreamKind::NonBlocking)
                .named("cuStreamCreate")?;
            (stream, event()?, event()?)
        };
        let context = Context {
            device,
            stream,
            start,
            stop,
        };
        Ok(Gpu {
            about: about(device)?,
            context: Rc::new(context),
        })
    }

    /// What the device is.
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Shared memory that a block may ask for, bytes.
    ///
    /// # Errors
    /// A device that does not say.
    pub fn block_shared_bytes(&self) -> Result<u32, DriverError> {
        let most = sys::CUdevice_attribute::CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN;
        // SAFETY: the device is the driver's own.
        let bytes = unsafe { result::device::get_attribute(self.context.device, most) };
        Ok(u32::try_from(bytes.named("cuDeviceGetAttribute")?).unwrap_or(0))
    }

    /// Bytes of memory that nobody has.
    ///
    /// # Errors
    /// A lost context.
    pub fn free_bytes(&self) -> Result<usize, DriverError> {
        Ok(result::mem_get_info().named("cuMemGetInfo")?.0)
    }

    /// Takes memory. What is in it is anything.
    ///
    /// # Errors
    /// [`DriverError::no_memory`], or a lost context.
    pub fn allocate(&self, bytes: usize) -> Result<Memory, DriverError> {
        // SAFETY: nothing reads the memory as a Rust value.
        let address = unsafe { result::malloc_sync(bytes.max(1)) }.named("cuMemAlloc")?;
        Ok(Memory {
            address,
            bytes,
            _context: Rc::clone(&self.context),
        })
    }

    /// Sets a part of `memory` to a byte, in order with the launches.
    ///
    /// # Errors
    /// A lost context, or a fault of an earlier launch.
    pub fn set(&self, memory: &Memory, part: Range<usize>, byte: u8) -> Result<(), DriverError> {
        assert!(part.start <= part.end && part.end <= memory.bytes);
        // SAFETY: the part lies within the allocation.
        unsafe {
            let at = memory.address + part.start as u64;
            result::memset_d8_async(at, byte, part.len(), self.context.stream)
        }
        .named("cuMemsetD8Async")
    }

    /// Copies bytes to the device and waits until they are there.
    ///
    /// # Errors
    /// A lost context, or a fault of an earlier launch.
    pub fn upload(&self, memory: &Memory, at: usize, bytes: &[u8]) -> Result<(), DriverError> {
        assert!(at + bytes.len() <= memory.bytes);
        self.synchronize()?;
        // SAFETY: the part lies within the allocation; the call returns when `bytes` has been read.
        unsafe { result::memcpy_htod_sync(memory.address + at as u64, bytes) }
            .named("cuMemcpyHtoD")?;
        // That it has been read does not mean that it has arrived, and our stream waits for no other.
        result::ctx::synchronize().named("cuCtxSynchronize")
    }

    /// Copies a part of `memory` here, once all launches have ended.
    ///
    /// # Errors
    /// A lost context, or a fault of an earlier launch.
    pub fn download(&self, memory: &Memory, part: Range<usize>) -> Result<Vec<u8>, DriverError> {
        assert!(part.start <= part.end && part.end <= memory.bytes);
        self.synchronize()?;
        let mut bytes = vec![0u8; part.len()];
        // SAFETY: the part lies within the allocation, `bytes` is as long, and the call returns when it is written.
        unsafe { result::memcpy_dtoh_sync(&mut bytes, memory.address + part.start as u64) }
            .named("cuMemcpyDtoH")?;
        Ok(bytes)
    }

    /// Copies the whole of one allocation over another of the same size, in order with the launches.
    ///
    /// # Errors
    /// A lost context, or a fault of an earlier launch.
    pub fn copy(&self, from: &Memory, to: &Memory) -> Result<(), DriverError> {
        assert_eq!(from.bytes, to.bytes);
        // SAFETY: both are allocations of so many bytes, and they are two.
        unsafe {
            result::memcpy_dtod_async(to.address, from.address, from.bytes, self.context.stream)
        }
        .named("cuMemcpyDtoDAsync")
    }

    /// Loads machine code, or PTX through the driver's compiler.
    ///
    /// # Errors
    /// What the driver or its compiler does not take, with the compiler's log.
    pub fn load(&self, image: &[u8]) -> Result<Rc<Module>, DriverError> {
        // PTX is a string for the driver: it ends in a zero.
        let mut image = image.to_vec();
        image.push(0);
        let mut log = vec![0u8; 8192];
        let mut options = [
            sys::CUjit_option::CU_JIT_ERROR_LOG_BUFFER,
            sys::CUjit_option::CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES,
        ];
        let mut values = [
            log.as_mut_ptr().cast::<c_void>(),
            std::ptr::without_provenance_mut(log.len()),
        ];
        let mut handle = std::ptr::null_mut();
        // SAFETY: the image ends in a zero, the log is as long as the option says (which is passed as a number in place of a pointer), and all
        // of them outlive the call.
        let loaded = unsafe {
            sys::cuModuleLoadDataEx(
                &mut handle,
                image.as_ptr().cast(),
                2,
                options.as_mut_ptr(),
                values.as_mut_ptr(),
            )
            .result()
        };
        loaded.named("cuModuleLoadDataEx").map_err(|error| {
            let text = log.split(|byte| *byte == 0).next().unwrap_or_default();
            let text = String::from_utf8_lossy(text).trim().to_owned();
            DriverError {
                log: (!text.is_empty()).then_some(text),
                ..error
            }
        })?;
        Ok(Rc::new(Module {
            handle,
            _context: Rc::clone(&self.context),
        }))
    }

    /// A kernel of `module`, ready for `shared` bytes of dynamic shared memory.
    ///
    /// # Errors
    /// No kernel of that name, or more shared memory than a block may have.
    pub fn function(
        &self,
        module: &Rc<Module>,
        name: &str,
        shared: u32,
    ) -> Result<Function, DriverError> {
        use sys::CUfunction_attribute as Attribute;
        // Above this, what it declares itself included, a kernel must ask for it (CUDA C Programming Guide, compute capability 7.0 and later).
        const UNASKED: u32 = 48 << 10;
        let name = CString::new(name).unwrap_or_default();
        // SAFETY: the module is loaded, and the function keeps it.
        unsafe {
            let handle =
                result::module::get_function(module.handle, name).named("cuModuleGetFunction")?;
            let attribute = |attribute| {
                let value = result::function::get_function_attribute(handle, attribute);
                Ok(u32::try_from(value.named("cuFuncGetAttribute")?).unwrap_or(0))
            };
            let declared = attribute(Attribute::CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES)?;
            if shared > 0 && shared.saturating_add(declared) > UNASKED {
                let most = Attribute::CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;
                // Of one kernel that is launched with several sizes there is one handle: the largest holds.
                let bytes = i32::try_from(shared.max(attribute(most)?)).unwrap_or(i32::MAX);
                result::function::set_function_attribute(handle, most, bytes)
                    .named("cuFuncSetAttribute")?;
            }
            Ok(Function {
                handle,
                registers: attribute(Attribute::CU_FUNC_ATTRIBUTE_NUM_REGS)?,
                _module: Rc::clone(module),
            })
        }
    }

    /// Launches a kernel. Each of `parameters` holds one, its first bytes as many as the kernel takes.
    ///
    /// The kernel may write wherever it likes: that it stays within its buffers is what the simulator has seen on smaller cases, and what the
    /// guards around the buffers are for.
    ///
    /// # Errors
    /// A launch that the device cannot make.
    pub fn launch(
        &self,
        function: &Function,
        geometry: &Geometry,
        parameters: &mut [u64],
    ) -> Result<(), DriverError> {
        let mut pointers: Vec<*mut c_void> = parameters
            .iter_mut()
            .map(|parameter| std::ptr::from_mut(parameter).cast())
            .collect();
        let tuple = |[x, y, z]: [u32; 3]| (x, y, z);
        // SAFETY: the driver copies as many bytes of each parameter as the kernel declares, eight at most, before it returns. The caller has as
        // many parameters as the kernel (judges check the signature).
        unsafe {
            result::launch_kernel(
                function.handle,
                tuple(geometry.grid),
                tuple(geometry.block),
                geometry.shared,
                self.context.stream,
                &mut pointers,
            )
        }
        .named("cuLaunchKernel")
    }

    /// Waits until everything has ended.
    ///
    /// # Errors
    /// What a kernel did wrong.
    pub fn synchronize(&self) -> Result<(), DriverError> {
        // SAFETY: the stream lives as long as the context.
        unsafe { result::stream::synchronize(self.context.stream) }.named("cuStreamSynchronize")
    }

    /// How long the device takes for what `work` launches, nanoseconds. The device's own timer has a resolution of half a microsecond.
    ///
    /// # Errors
    /// What a kernel did wrong.
    pub fn timed(
        &self,
        work: impl FnOnce() -> Result<(), DriverError>,
    ) -> Result<f64, DriverError> {
        let context = &self.context;
        // SAFETY: events and stream live as long as the context.
        unsafe { result::event::record(context.start, context.stream) }.named("cuEventRecord")?;
        work()?;
        let ms = unsafe {
            result::event::record(context.stop, context.stream).named("cuEventRecord")?;
            result::event::synchronize(context.stop).named("cuEventSynchronize")?;
            result::event::elapsed(context.start, context.stop).named("cuEventElapsedTime")?
        };
        Ok(f64::from(ms) * 1e6)
    }

    /// Captures what `work` launches, without doing it.
    ///
    /// # Errors
    /// What the driver does not take.
    pub fn capture(
        &self,
        work: impl FnOnce() -> Result<(), DriverError>,
    ) -> Result<Graph, DriverError> {
        let mode = sys::CUstreamCaptureMode::CU_STREAM_CAPTURE_MODE_THREAD_LOCAL;
        // SAFETY: the stream lives as long as the context; the graph is destroyed when the executable one is made of it.
        unsafe {
            result::stream::begin_capture(self.context.stream, mode)
                .named("cuStreamBeginCapture")?;
            let done = work();
            let graph =
                result::stream::end_capture(self.context.stream).named("cuStreamEndCapture");
            done?;
            let graph = graph?;
            let handle = result::graph::instantiate(graph, sys::CUgraphInstantiate_flags(0))
                .named("cuGraphInstantiate");
            let _ = result::graph::destroy(graph);
            Ok(Graph {
                handle: handle?,
                _context: Rc::clone(&self.context),
            })
        }
    }

    /// Makes captured launches.
    ///
    /// # Errors
    /// A lost context, or a fault of an earlier launch.
    pub fn replay(&self, graph: &Graph) -> Result<(), DriverError> {
        // SAFETY: graph and stream live as long as the context.
        unsafe { result::graph::launch(graph.handle, self.context.stream) }.named("cuGraphLaunch")
    }
}

fn about(device: sys::CUdevice) -> Result<About, DriverError> {
    use sys::CUdevice_attribute as Attribute;
    let attribute = |attribute| {
        // SAFETY: the device is the driver's own.
        let value = unsafe { result::device::get_attribute(device, attribute) };
        Ok(u64::try_from(value.named("cuDeviceGetAttribute")?).unwrap_or(0))
    };
    let mut version = 0;
    // SAFETY: writes one number.
    unsafe { sys::cuDriverGetVersion(&mut version).result() }.named("cuDriverGetVersion")?;
    // SAFETY: the device is the driver's own.
    let memory_bytes = unsafe { result::device::total_mem(device) }.named("cuDeviceTotalMem")?;
    let uuid = result::device::get_uuid(device).named("cuDeviceGetUuid")?;
    let hex: Vec<String> = uuid
        .bytes
        .iter()
        .map(|byte| format!("{:02x}", byte.cast_unsigned()))
        .collect();
    let id = [0..4, 4..6, 6..8, 8..10, 10..16].map(|part| hex[part].concat());
    Ok(About {
        name: result::device::get_name(device).named("cuDeviceGetName")?,
        id: format!("GPU-{}", id.join("-")),
        arch: format!(
            "sm_{}{}",
            attribute(Attribute::CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR)?,
            attribute(Attribute::CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR)?
        ),
        driver: format!("{}.{}", version / 1000, version % 1000 / 10),
        sms: attribute(Attribute::CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT)? as u32,
        clock_mhz: attribute(Attribute::CU_DEVICE_ATTRIBUTE_CLOCK_RATE)? as f64 / 1e3,
        l2_bytes: attribute(Attribute::CU_DEVICE_ATTRIBUTE_L2_CACHE_SIZE)?,
        memory_bytes: memory_bytes as u64,
    })
}
