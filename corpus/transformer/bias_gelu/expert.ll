source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bias_gelu(ptr noalias noundef %input, ptr noalias noundef %bias, ptr noalias noundef %out, i32 noundef %rows, i32 noundef %columns) #0 {
entry:
  %v = alloca [4 x <4 x float>], align 16
  %div = sdiv i32 %columns, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul5 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add7 = add i32 %mul5, %5
  %mul8 = mul i32 %add7, 4
  %cmp = icmp sge i32 %add, %div
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds <4 x float>, ptr %bias, i64 %idxprom
  %6 = load <4 x float>, ptr %arrayidx, align 16, !tbaa !7
  %conv = sext i32 %mul8 to i64
  %conv9 = sext i32 %div to i64
  %mul10 = mul nsw i64 %conv, %conv9
  %add12 = add nsw i64 %mul10, %idxprom
  %add.ptr = getelementptr inbounds <4 x float>, ptr %input, i64 %add12
  %add.ptr13 = getelementptr inbounds <4 x float>, ptr %out, i64 %add12
  call void @llvm.lifetime.start.p0(ptr %v) #5
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %if.end
  %r.0 = phi i32 [ 0, %if.end ], [ %inc, %for.inc ]
  %cmp14 = icmp slt i32 %r.0, 4
  br i1 %cmp14, label %for.body, label %for.cond27

for.body:                                         ; preds = %for.cond
  %add15 = add nsw i32 %mul8, %r.0
  %cmp16 = icmp slt i32 %add15, %rows
  br i1 %cmp16, label %if.then17, label %for.inc

if.then17:                                        ; preds = %for.body
  %conv18 = sext i32 %r.0 to i64
  %mul20 = mul nsw i64 %conv18, %conv9
  %arrayidx21 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul20
  %7 = load <4 x float>, ptr %arrayidx21, align 16, !tbaa !7
  %add22 = fadd contract <4 x float> %7, %6
  %arrayidx24 = getelementptr inbounds [4 x <4 x float>], ptr %v, i64 0, i64 %conv18
  store <4 x float> %add22, ptr %arrayidx24, align 16, !tbaa !7
  br label %for.inc

for.inc:                                          ; preds = %for.body, %if.then17
  %inc = add nsw i32 %r.0, 1
  br label %for.cond, !llvm.loop !8

for.cond27:                                       ; preds = %for.cond, %for.inc51
  %r26.0 = phi i32 [ %inc52, %for.inc51 ], [ 0, %for.cond ]
  %y.0 = phi <4 x float> [ %y.1, %for.inc51 ], [ undef, %for.cond ]
  %cmp28 = icmp slt i32 %r26.0, 4
  br i1 %cmp28, label %for.body30, label %for.end53

for.body30:                                       ; preds = %for.cond27
  %add31 = add nsw i32 %mul8, %r26.0
  %cmp32 = icmp slt i32 %add31, %rows
  br i1 %cmp32, label %if.then33, label %for.inc51

if.then33:                                        ; preds = %for.body30
  %idxprom34 = sext i32 %r26.0 to i64
  %arrayidx35 = getelementptr inbounds [4 x <4 x float>], ptr %v, i64 0, i64 %idxprom34
  %8 = load <4 x float>, ptr %arrayidx35, align 16
  %9 = extractelement <4 x float> %8, i64 0
  %mul.i = fmul contract float %9, %9
  %10 = call contract noundef float @llvm.fma.f32(float 0xBFBA5A7D00000000, float %mul.i, float 0xC0026AEC20000000)
  %mul1.i = fmul contract float %9, %10
  %11 = call contract noundef float @llvm.minnum.f32(float %mul1.i, float 1.260000e+02)
  %12 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %11)
  %add.i = fadd contract float 1.000000e+00, %12
  %13 = call contract noundef float @llvm.nvvm.div.approx.f(float %9, float %add.i)
  %14 = insertelement <4 x float> %y.0, float %13, i64 0
  %15 = extractelement <4 x float> %8, i64 1
  %mul.i3 = fmul contract float %15, %15
  %16 = call contract noundef float @llvm.fma.f32(float 0xBFBA5A7D00000000, float %mul.i3, float 0xC0026AEC20000000)
  %mul1.i5 = fmul contract float %15, %16
  %17 = call contract noundef float @llvm.minnum.f32(float %mul1.i5, float 1.260000e+02)
  %18 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %17)
  %add.i8 = fadd contract float 1.000000e+00, %18
  %19 = call contract noundef float @llvm.nvvm.div.approx.f(float %15, float %add.i8)
  %20 = insertelement <4 x float> %14, float %19, i64 1
  %21 = extractelement <4 x float> %8, i64 2
  %mul.i12 = fmul contract float %21, %21
  %22 = call contract noundef float @llvm.fma.f32(float 0xBFBA5A7D00000000, float %mul.i12, float 0xC0026AEC20000000)
  %mul1.i14 = fmul contract float %21, %22
  %23 = call contract noundef float @llvm.minnum.f32(float %mul1.i14, float 1.260000e+02)
  %24 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %23)
  %add.i17 = fadd contract float 1.000000e+00, %24
  %25 = call contract noundef float @llvm.nvvm.div.approx.f(float %21, float %add.i17)
  %26 = insertelement <4 x float> %20, float %25, i64 2
  %27 = extractelement <4 x float> %8, i64 3
  %mul.i21 = fmul contract float %27, %27
  %28 = call contract noundef float @llvm.fma.f32(float 0xBFBA5A7D00000000, float %mul.i21, float 0xC0026AEC20000000)
  %mul1.i23 = fmul contract float %27, %28
  %29 = call contract noundef float @llvm.minnum.f32(float %mul1.i23, float 1.260000e+02)
  %30 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %29)
  %add.i26 = fadd contract float 1.000000e+00, %30
  %31 = call contract noundef float @llvm.nvvm.div.approx.f(float %27, float %add.i26)
  %32 = insertelement <4 x float> %26, float %31, i64 3
  %mul48 = mul nsw i64 %idxprom34, %conv9
  %arrayidx49 = getelementptr inbounds <4 x float>, ptr %add.ptr13, i64 %mul48
  store <4 x float> %32, ptr %arrayidx49, align 16, !tbaa !7
  br label %for.inc51

for.inc51:                                        ; preds = %for.body30, %if.then33
  %y.1 = phi <4 x float> [ %32, %if.then33 ], [ %y.0, %for.body30 ]
  %inc52 = add nsw i32 %r26.0, 1
  br label %for.cond27, !llvm.loop !11

for.end53:                                        ; preds = %for.cond27
  call void @llvm.lifetime.end.p0(ptr %v) #5
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end53, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.div.approx.f(float, float) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #5 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!5, !5, i64 0}
!8 = distinct !{!8, !9, !10}
!9 = !{!"llvm.loop.mustprogress"}
!10 = !{!"llvm.loop.unroll.enable"}
!11 = distinct !{!11, !9, !10}
