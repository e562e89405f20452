; Branches of each kind: one that chooses between values, one that a loop decides anew with the same outcome in each of its
; iterations, one that checks a range, and one that decides on a store.
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @control(ptr %in, ptr %out, i32 %n, i32 %mode) {
  %1 = call i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %2 = icmp slt i32 %1, %n
  br i1 %2, label %3, label %7

3:
  %4 = sext i32 %1 to i64
  %5 = getelementptr inbounds float, ptr %in, i64 %4
  %6 = load float, ptr %5, align 4
  br label %7

7:
  %8 = phi float [ %6, %3 ], [ 1.000000e+00, %0 ]
  %9 = icmp eq i32 %mode, 0
  br label %10

10:
  %11 = phi i32 [ 0, %7 ], [ %30, %29 ]
  %12 = phi float [ %8, %7 ], [ %28, %29 ]
  %13 = icmp slt i32 %11, %n
  br i1 %13, label %14, label %31

14:
  %15 = sext i32 %11 to i64
  %16 = getelementptr inbounds float, ptr %in, i64 %15
  %17 = load float, ptr %16, align 4
  br i1 %9, label %18, label %20

18:
  %19 = fadd float %12, %17
  br label %22

20:
  %21 = fmul float %12, %17
  br label %22

22:
  %23 = phi float [ %19, %18 ], [ %21, %20 ]
  %24 = icmp slt i32 %11, %mode
  br i1 %24, label %25, label %27

25:
  %26 = fsub float %23, 2.000000e+00
  br label %27

27:
  %28 = phi float [ %26, %25 ], [ %23, %22 ]
  br label %29

29:
  %30 = add nsw i32 %11, 1
  br label %10

31:
  %32 = sext i32 %1 to i64
  %33 = getelementptr inbounds float, ptr %out, i64 %32
  store float %12, ptr %33, align 4
  %34 = icmp sgt i32 %mode, 5
  br i1 %34, label %35, label %37

35:
  %36 = fadd float %12, 1.000000e+00
  store float %36, ptr %33, align 4
  br label %37

37:
  ret void
}

declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()

