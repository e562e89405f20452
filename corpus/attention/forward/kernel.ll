source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@scores = external dso_local addrspace(3) global [0 x float], align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @attention_forward(ptr noundef %q, ptr noundef %k, ptr noundef %v, ptr noundef %out, i32 noundef %seq, i32 noundef %dim) #0 {
entry:
  %idx.ext = sext i32 %seq to i64
  %add.ptr = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 %idx.ext
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %conv = zext i32 %3 to i64
  %mul = mul nsw i64 %conv, %idx.ext
  %conv5 = sext i32 %dim to i64
  %mul6 = mul nsw i64 %mul, %conv5
  %conv7 = sitofp i32 %dim to float
  %4 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %conv7)
  %div = fdiv contract float 1.000000e+00, %4
  br label %for.cond

for.cond:                                         ; preds = %for.end, %entry
  %highest.0 = phi float [ 0xFFF0000000000000, %entry ], [ %7, %for.end ]
  %j.0 = phi i32 [ %0, %entry ], [ %add31, %for.end ]
  %cmp = icmp slt i32 %j.0, %seq
  br i1 %cmp, label %for.cond9, label %for.end32

for.cond9:                                        ; preds = %for.cond, %for.body12
  %dot.0 = phi float [ %add24, %for.body12 ], [ 0.000000e+00, %for.cond ]
  %i.0 = phi i32 [ %inc, %for.body12 ], [ 0, %for.cond ]
  %cmp10 = icmp slt i32 %i.0, %dim
  br i1 %cmp10, label %for.body12, label %for.end

for.body12:                                       ; preds = %for.cond9
  %mul13 = mul nsw i32 %2, %dim
  %conv14 = sext i32 %mul13 to i64
  %add = add nsw i64 %mul6, %conv14
  %conv15 = sext i32 %i.0 to i64
  %add16 = add nsw i64 %add, %conv15
  %arrayidx = getelementptr inbounds float, ptr %q, i64 %add16
  %5 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul17 = mul nsw i32 %j.0, %dim
  %conv18 = sext i32 %mul17 to i64
  %add19 = add nsw i64 %mul6, %conv18
  %add21 = add nsw i64 %add19, %conv15
  %arrayidx22 = getelementptr inbounds float, ptr %k, i64 %add21
  %6 = load float, ptr %arrayidx22, align 4, !tbaa !7
  %mul23 = fmul contract float %5, %6
  %add24 = fadd contract float %dot.0, %mul23
  %inc = add nsw i32 %i.0, 1
  br label %for.cond9, !llvm.loop !9

for.end:                                          ; preds = %for.cond9
  %mul25 = fmul contract float %dot.0, %div
  %idxprom = sext i32 %j.0 to i64
  %arrayidx26 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 0, i64 %idxprom
  store float %mul25, ptr %arrayidx26, align 4, !tbaa !7
  %7 = call contract noundef float @llvm.maxnum.f32(float %highest.0, float %mul25)
  %add31 = add nsw i32 %j.0, %1
  br label %for.cond, !llvm.loop !11

for.end32:                                        ; preds = %for.cond
  %idxprom33 = sext i32 %0 to i64
  %arrayidx34 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom33
  store float %highest.0, ptr %arrayidx34, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div35 = sdiv i32 %1, 2
  br label %for.cond36

for.cond36:                                       ; preds = %if.end, %for.end32
  %half.0 = phi i32 [ %div35, %for.end32 ], [ %div50, %if.end ]
  %cmp37 = icmp sgt i32 %half.0, 0
  br i1 %cmp37, label %for.body39, label %for.end51

for.body39:                                       ; preds = %for.cond36
  %cmp40 = icmp slt i32 %0, %half.0
  br i1 %cmp40, label %if.then, label %if.end

if.then:                                          ; preds = %for.body39
  %8 = load float, ptr %arrayidx34, align 4, !tbaa !7
  %add43 = add nsw i32 %0, %half.0
  %idxprom44 = sext i32 %add43 to i64
  %arrayidx45 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom44
  %9 = load float, ptr %arrayidx45, align 4, !tbaa !7
  %10 = call contract noundef float @llvm.maxnum.f32(float %8, float %9)
  store float %10, ptr %arrayidx34, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body39
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div50 = sdiv i32 %half.0, 2
  br label %for.cond36, !llvm.loop !12

for.end51:                                        ; preds = %for.cond36
  %11 = load float, ptr %add.ptr, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond54

for.cond54:                                       ; preds = %for.body57, %for.end51
  %sum.0 = phi float [ 0.000000e+00, %for.end51 ], [ %add65, %for.body57 ]
  %j53.0 = phi i32 [ %0, %for.end51 ], [ %add67, %for.body57 ]
  %cmp55 = icmp slt i32 %j53.0, %seq
  br i1 %cmp55, label %for.body57, label %for.end68

for.body57:                                       ; preds = %for.cond54
  %idxprom58 = sext i32 %j53.0 to i64
  %arrayidx59 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 0, i64 %idxprom58
  %12 = load float, ptr %arrayidx59, align 4, !tbaa !7
  %sub = fsub contract float %12, %11
  %mul.i = fmul contract float %sub, 0x3FF7154760000000
  %13 = call contract noundef float @llvm.rint.f32(float %mul.i)
  %14 = call contract noundef float @llvm.maxnum.f32(float %13, float -1.260000e+02)
  %15 = call contract noundef float @llvm.minnum.f32(float %14, float 1.270000e+02)
  %fneg.i = fneg contract float %15
  %16 = call contract noundef float @llvm.fma.f32(float %sub, float 0x3FF7154760000000, float %fneg.i)
  %17 = call contract noundef float @llvm.fma.f32(float %sub, float 0x3E54AE0C00000000, float %16)
  %18 = call contract float @llvm.nvvm.ex2.approx.f32(float %17)
  %19 = call contract float @llvm.nvvm.ex2.approx.f32(float %15)
  %mul5.i = fmul contract float %18, %19
  store float %mul5.i, ptr %arrayidx59, align 4, !tbaa !7
  %add65 = fadd contract float %sum.0, %mul5.i
  %add67 = add nsw i32 %j53.0, %1
  br label %for.cond54, !llvm.loop !13

for.end68:                                        ; preds = %for.cond54
  store float %sum.0, ptr %arrayidx34, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond73

for.cond73:                                       ; preds = %if.end85, %for.end68
  %half71.0 = phi i32 [ %div35, %for.end68 ], [ %div87, %if.end85 ]
  %cmp74 = icmp sgt i32 %half71.0, 0
  br i1 %cmp74, label %for.body76, label %for.end88

for.body76:                                       ; preds = %for.cond73
  %cmp77 = icmp slt i32 %0, %half71.0
  br i1 %cmp77, label %if.then78, label %if.end85

if.then78:                                        ; preds = %for.body76
  %add79 = add nsw i32 %0, %half71.0
  %idxprom80 = sext i32 %add79 to i64
  %arrayidx81 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom80
  %20 = load float, ptr %arrayidx81, align 4, !tbaa !7
  %21 = load float, ptr %arrayidx34, align 4, !tbaa !7
  %add84 = fadd contract float %21, %20
  store float %add84, ptr %arrayidx34, align 4, !tbaa !7
  br label %if.end85

if.end85:                                         ; preds = %if.then78, %for.body76
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div87 = sdiv i32 %half71.0, 2
  br label %for.cond73, !llvm.loop !14

for.end88:                                        ; preds = %for.cond73
  %22 = load float, ptr %add.ptr, align 4, !tbaa !7
  br label %for.cond91

for.cond91:                                       ; preds = %for.end112, %for.end88
  %i90.0 = phi i32 [ %0, %for.end88 ], [ %add121, %for.end112 ]
  %cmp92 = icmp slt i32 %i90.0, %dim
  br i1 %cmp92, label %for.cond96, label %for.end122

for.cond96:                                       ; preds = %for.cond91, %for.body99
  %value.0 = phi float [ %add109, %for.body99 ], [ 0.000000e+00, %for.cond91 ]
  %j95.0 = phi i32 [ %inc111, %for.body99 ], [ 0, %for.cond91 ]
  %cmp97 = icmp slt i32 %j95.0, %seq
  br i1 %cmp97, label %for.body99, label %for.end112

for.body99:                                       ; preds = %for.cond96
  %idxprom100 = sext i32 %j95.0 to i64
  %arrayidx101 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 0, i64 %idxprom100
  %23 = load float, ptr %arrayidx101, align 4, !tbaa !7
  %mul102 = mul nsw i32 %j95.0, %dim
  %conv103 = sext i32 %mul102 to i64
  %add104 = add nsw i64 %mul6, %conv103
  %conv105 = sext i32 %i90.0 to i64
  %add106 = add nsw i64 %add104, %conv105
  %arrayidx107 = getelementptr inbounds float, ptr %v, i64 %add106
  %24 = load float, ptr %arrayidx107, align 4, !tbaa !7
  %mul108 = fmul contract float %23, %24
  %add109 = fadd contract float %value.0, %mul108
  %inc111 = add nsw i32 %j95.0, 1
  br label %for.cond96, !llvm.loop !15

for.end112:                                       ; preds = %for.cond96
  %div113 = fdiv contract float %value.0, %22
  %mul114 = mul nsw i32 %2, %dim
  %conv115 = sext i32 %mul114 to i64
  %add116 = add nsw i64 %mul6, %conv115
  %conv117 = sext i32 %i90.0 to i64
  %add118 = add nsw i64 %add116, %conv117
  %arrayidx119 = getelementptr inbounds float, ptr %out, i64 %add118
  store float %div113, ptr %arrayidx119, align 4, !tbaa !7
  %add121 = add nsw i32 %i90.0, %1
  br label %for.cond91, !llvm.loop !16

for.end122:                                       ; preds = %for.cond91
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.rint.f32(float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
!11 = distinct !{!11, !10}
!12 = distinct !{!12, !10}
!13 = distinct !{!13, !10}
!14 = distinct !{!14, !10}
!15 = distinct !{!15, !10}
!16 = distinct !{!16, !10}
