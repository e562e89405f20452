//! What kernels print, and how their assertions fail.

use warpsmith::target::{
    Description, Execution, Fault, FaultKind, Limits, SimOptions, SimTarget, Target,
};
use warpsmith::workload::{Instance, Launch};

/// Runs `body` in 4 threads; `$fmt` and `$word` are strings.
fn run(format: &str, body: &str) -> Result<Execution, Fault> {
    let bytes = |text: &str| {
        let list: Vec<String> = text
            .bytes()
            .chain([0])
            .map(|byte| byte.to_string())
            .collect();
        list.join(", ")
    };
    let text = format!(
        ".version 8.0\n.target sm_90\n.address_size 64
.extern .func (.param .b32 func_retval0) vprintf(.param .b64 a, .param .b64 b);
.extern .func __assertfail(.param .b64 a, .param .b64 b, .param .b32 c, .param .b64 d, .param .b64 e);
.global .align 1 .b8 $fmt[] = {{{}}};
.global .align 1 .b8 $word[6] = {{{}}};
.visible .entry k()
{{
.local .align 8 .b8 depot[32];
.reg .b32 %r<8>;
.reg .b64 %rd<8>;
.reg .f64 %d<4>;
mov.u64 %rd1, depot;
cvta.local.u64 %rd2, %rd1;
mov.u64 %rd3, $fmt;
cvta.global.u64 %rd4, %rd3;
mov.u64 %rd5, $word;
cvta.global.u64 %rd6, %rd5;
mov.u32 %r1, %tid.x;
{body}
ret;
}}
",
        bytes(format),
        bytes("hello")
    );
    let instance = Instance {
        case: "printing".into(),
        buffers: Vec::new(),
        launches: vec![Launch {
            entry: "k".into(),
            grid: [1; 3],
            block: [4, 1, 1],
            shared: 0,
            args: Vec::new(),
            ..Launch::default()
        }],
    };
    let description = Description::load("h200").expect("a built-in target");
    SimTarget::new(description, SimOptions::default()).execute(
        &text,
        &instance,
        &Limits { steps: 1000 },
    )
}

const PRINT: &str = "{
.param .b64 param0;
.param .b64 param1;
.param .b32 retval0;
st.param.b64 [param0], %rd4;
st.param.b64 [param1], %rd2;
call.uni (retval0), vprintf, (param0, param1);
ld.param.b32 %r7, [retval0];
}";

#[test]
fn lanes_print_in_their_order_with_arguments_of_every_size() {
    let body = format!(
        "st.local.u32 [%rd1], %r1;
st.local.u64 [%rd1+8], %rd6;
cvt.rn.f64.u32 %d1, %r1;
st.local.f64 [%rd1+16], %d1;
{PRINT}"
    );
    let execution = run("%d %s %.1f\n", &body).expect("a clean run");
    assert_eq!(
        execution.printed,
        "0 hello 0.0\n1 hello 1.0\n2 hello 2.0\n3 hello 3.0\n"
    );
}

#[test]
fn a_string_that_is_nowhere_is_out_of_bounds() {
    let body = format!("mov.u64 %rd7, 64;\nst.local.u64 [%rd1], %rd7;\n{PRINT}");
    let fault = run("%s", &body).expect_err("a stray pointer");
    assert_eq!(fault.kind, FaultKind::OutOfBounds);
}

#[test]
fn a_failed_assertion_says_what_failed_and_where() {
    let body = "{
.param .b64 param0;
.param .b64 param1;
.param .b32 param2;
.param .b64 param3;
.param .b64 param4;
st.param.b64 [param0], %rd6;
st.param.b64 [param1], %rd4;
st.param.b32 [param2], 12;
st.param.b64 [param3], %rd6;
st.param.b64 [param4], 1;
call.uni __assertfail, (param0, param1, param2, param3, param4);
}";
    let fault = run("file.cu", body).expect_err("an assertion");
    assert_eq!(fault.kind, FaultKind::Trap);
    assert!(
        fault
            .message
            .contains("`hello` failed in hello at file.cu:12"),
        "{}",
        fault.message
    );
}
