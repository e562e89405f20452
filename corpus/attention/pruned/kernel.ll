source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@scores = external dso_local addrspace(3) global [0 x float], align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @attention_pruned(ptr noundef %q4, ptr noundef %k4, ptr noundef %q, ptr noundef %k, ptr noundef %v, ptr noundef %kept, ptr noundef %out, i32 noundef %seq, i32 noundef %dim, i32 noundef %threshold) #0 {
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
  %conv11 = sext i32 %2 to i64
  %add = add nsw i64 %mul, %conv11
  %mul13 = mul nsw i64 %add, %idx.ext
  %conv14 = sitofp i32 %dim to float
  %4 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %conv14)
  %div = fdiv contract float 1.000000e+00, %4
  br label %for.cond

for.cond:                                         ; preds = %for.inc70, %entry
  %j.0 = phi i32 [ %0, %entry ], [ %add71, %for.inc70 ]
  %highest.0 = phi float [ 0xFFF0000000000000, %entry ], [ %highest.1, %for.inc70 ]
  %cmp = icmp slt i32 %j.0, %seq
  br i1 %cmp, label %for.cond16, label %for.end72

for.cond16:                                       ; preds = %for.cond, %for.body19
  %rough.0 = phi i32 [ %add34, %for.body19 ], [ 0, %for.cond ]
  %i.0 = phi i32 [ %inc, %for.body19 ], [ 0, %for.cond ]
  %cmp17 = icmp slt i32 %i.0, %dim
  br i1 %cmp17, label %for.body19, label %for.end

for.body19:                                       ; preds = %for.cond16
  %mul20 = mul nsw i32 %2, %dim
  %conv21 = sext i32 %mul20 to i64
  %add22 = add nsw i64 %mul6, %conv21
  %conv23 = sext i32 %i.0 to i64
  %add24 = add nsw i64 %add22, %conv23
  %arrayidx = getelementptr inbounds i8, ptr %q4, i64 %add24
  %5 = load i8, ptr %arrayidx, align 1, !tbaa !7
  %conv25 = sext i8 %5 to i32
  %mul26 = mul nsw i32 %j.0, %dim
  %conv27 = sext i32 %mul26 to i64
  %add28 = add nsw i64 %mul6, %conv27
  %add30 = add nsw i64 %add28, %conv23
  %arrayidx31 = getelementptr inbounds i8, ptr %k4, i64 %add30
  %6 = load i8, ptr %arrayidx31, align 1, !tbaa !7
  %conv32 = sext i8 %6 to i32
  %mul33 = mul nsw i32 %conv25, %conv32
  %add34 = add nsw i32 %rough.0, %mul33
  %inc = add nsw i32 %i.0, 1
  br label %for.cond16, !llvm.loop !8

for.end:                                          ; preds = %for.cond16
  %cmp35 = icmp sge i32 %rough.0, %threshold
  %conv36 = zext i1 %cmp35 to i32
  %conv37 = sext i32 %j.0 to i64
  %add38 = add nsw i64 %mul13, %conv37
  %arrayidx39 = getelementptr inbounds i32, ptr %kept, i64 %add38
  store i32 %conv36, ptr %arrayidx39, align 4, !tbaa !3
  %arrayidx40 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 0, i64 %conv37
  store float 0xFFF0000000000000, ptr %arrayidx40, align 4, !tbaa !10
  br i1 %cmp35, label %for.cond43, label %for.inc70

for.cond43:                                       ; preds = %for.end, %for.body46
  %dot.0 = phi float [ %add60, %for.body46 ], [ 0.000000e+00, %for.end ]
  %i42.0 = phi i32 [ %inc62, %for.body46 ], [ 0, %for.end ]
  %cmp44 = icmp slt i32 %i42.0, %dim
  br i1 %cmp44, label %for.body46, label %for.end63

for.body46:                                       ; preds = %for.cond43
  %mul47 = mul nsw i32 %2, %dim
  %conv48 = sext i32 %mul47 to i64
  %add49 = add nsw i64 %mul6, %conv48
  %conv50 = sext i32 %i42.0 to i64
  %add51 = add nsw i64 %add49, %conv50
  %arrayidx52 = getelementptr inbounds float, ptr %q, i64 %add51
  %7 = load float, ptr %arrayidx52, align 4, !tbaa !10
  %mul53 = mul nsw i32 %j.0, %dim
  %conv54 = sext i32 %mul53 to i64
  %add55 = add nsw i64 %mul6, %conv54
  %add57 = add nsw i64 %add55, %conv50
  %arrayidx58 = getelementptr inbounds float, ptr %k, i64 %add57
  %8 = load float, ptr %arrayidx58, align 4, !tbaa !10
  %mul59 = fmul contract float %7, %8
  %add60 = fadd contract float %dot.0, %mul59
  %inc62 = add nsw i32 %i42.0, 1
  br label %for.cond43, !llvm.loop !12

for.end63:                                        ; preds = %for.cond43
  %mul64 = fmul contract float %dot.0, %div
  store float %mul64, ptr %arrayidx40, align 4, !tbaa !10
  %9 = call contract noundef float @llvm.maxnum.f32(float %highest.0, float %mul64)
  br label %for.inc70

for.inc70:                                        ; preds = %for.end, %for.end63
  %highest.1 = phi float [ %9, %for.end63 ], [ %highest.0, %for.end ]
  %add71 = add nsw i32 %j.0, %1
  br label %for.cond, !llvm.loop !13

for.end72:                                        ; preds = %for.cond
  %idxprom73 = sext i32 %0 to i64
  %arrayidx74 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom73
  store float %highest.0, ptr %arrayidx74, align 4, !tbaa !10
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div75 = sdiv i32 %1, 2
  br label %for.cond76

for.cond76:                                       ; preds = %if.end90, %for.end72
  %half.0 = phi i32 [ %div75, %for.end72 ], [ %div92, %if.end90 ]
  %cmp77 = icmp sgt i32 %half.0, 0
  br i1 %cmp77, label %for.body79, label %for.end93

for.body79:                                       ; preds = %for.cond76
  %cmp80 = icmp slt i32 %0, %half.0
  br i1 %cmp80, label %if.then81, label %if.end90

if.then81:                                        ; preds = %for.body79
  %10 = load float, ptr %arrayidx74, align 4, !tbaa !10
  %add84 = add nsw i32 %0, %half.0
  %idxprom85 = sext i32 %add84 to i64
  %arrayidx86 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom85
  %11 = load float, ptr %arrayidx86, align 4, !tbaa !10
  %12 = call contract noundef float @llvm.maxnum.f32(float %10, float %11)
  store float %12, ptr %arrayidx74, align 4, !tbaa !10
  br label %if.end90

if.end90:                                         ; preds = %if.then81, %for.body79
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div92 = sdiv i32 %half.0, 2
  br label %for.cond76, !llvm.loop !14

for.end93:                                        ; preds = %for.cond76
  %13 = load float, ptr %add.ptr, align 4, !tbaa !10
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond96

for.cond96:                                       ; preds = %cond.end, %for.end93
  %sum.0 = phi float [ 0.000000e+00, %for.end93 ], [ %add110, %cond.end ]
  %j95.0 = phi i32 [ %0, %for.end93 ], [ %add112, %cond.end ]
  %cmp97 = icmp slt i32 %j95.0, %seq
  br i1 %cmp97, label %for.body99, label %for.end113

for.body99:                                       ; preds = %for.cond96
  %idxprom100 = sext i32 %j95.0 to i64
  %arrayidx101 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 0, i64 %idxprom100
  %14 = load float, ptr %arrayidx101, align 4, !tbaa !10
  %cmp102 = fcmp contract oeq float %14, 0xFFF0000000000000
  br i1 %cmp102, label %cond.end, label %cond.false

cond.false:                                       ; preds = %for.body99
  %sub = fsub contract float %14, %13
  %mul.i = fmul contract float %sub, 0x3FF7154760000000
  %15 = call contract noundef float @llvm.rint.f32(float %mul.i)
  %16 = call contract noundef float @llvm.maxnum.f32(float %15, float -1.260000e+02)
  %17 = call contract noundef float @llvm.minnum.f32(float %16, float 1.270000e+02)
  %fneg.i = fneg contract float %17
  %18 = call contract noundef float @llvm.fma.f32(float %sub, float 0x3FF7154760000000, float %fneg.i)
  %19 = call contract noundef float @llvm.fma.f32(float %sub, float 0x3E54AE0C00000000, float %18)
  %20 = call contract float @llvm.nvvm.ex2.approx.f32(float %19)
  %21 = call contract float @llvm.nvvm.ex2.approx.f32(float %17)
  %mul5.i = fmul contract float %20, %21
  br label %cond.end

cond.end:                                         ; preds = %for.body99, %cond.false
  %cond = phi contract float [ %mul5.i, %cond.false ], [ 0.000000e+00, %for.body99 ]
  store float %cond, ptr %arrayidx101, align 4, !tbaa !10
  %add110 = fadd contract float %sum.0, %cond
  %add112 = add nsw i32 %j95.0, %1
  br label %for.cond96, !llvm.loop !15

for.end113:                                       ; preds = %for.cond96
  store float %sum.0, ptr %arrayidx74, align 4, !tbaa !10
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond118

for.cond118:                                      ; preds = %if.end130, %for.end113
  %half116.0 = phi i32 [ %div75, %for.end113 ], [ %div132, %if.end130 ]
  %cmp119 = icmp sgt i32 %half116.0, 0
  br i1 %cmp119, label %for.body121, label %for.end133

for.body121:                                      ; preds = %for.cond118
  %cmp122 = icmp slt i32 %0, %half116.0
  br i1 %cmp122, label %if.then123, label %if.end130

if.then123:                                       ; preds = %for.body121
  %add124 = add nsw i32 %0, %half116.0
  %idxprom125 = sext i32 %add124 to i64
  %arrayidx126 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom125
  %22 = load float, ptr %arrayidx126, align 4, !tbaa !10
  %23 = load float, ptr %arrayidx74, align 4, !tbaa !10
  %add129 = fadd contract float %23, %22
  store float %add129, ptr %arrayidx74, align 4, !tbaa !10
  br label %if.end130

if.end130:                                        ; preds = %if.then123, %for.body121
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div132 = sdiv i32 %half116.0, 2
  br label %for.cond118, !llvm.loop !16

for.end133:                                       ; preds = %for.cond118
  %24 = load float, ptr %add.ptr, align 4, !tbaa !10
  br label %for.cond136

for.cond136:                                      ; preds = %for.end157, %for.end133
  %i135.0 = phi i32 [ %0, %for.end133 ], [ %add171, %for.end157 ]
  %cmp137 = icmp slt i32 %i135.0, %dim
  br i1 %cmp137, label %for.cond141, label %for.end172

for.cond141:                                      ; preds = %for.cond136, %for.body144
  %value.0 = phi float [ %add154, %for.body144 ], [ 0.000000e+00, %for.cond136 ]
  %j140.0 = phi i32 [ %inc156, %for.body144 ], [ 0, %for.cond136 ]
  %cmp142 = icmp slt i32 %j140.0, %seq
  br i1 %cmp142, label %for.body144, label %for.end157

for.body144:                                      ; preds = %for.cond141
  %idxprom145 = sext i32 %j140.0 to i64
  %arrayidx146 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @scores to ptr), i64 0, i64 %idxprom145
  %25 = load float, ptr %arrayidx146, align 4, !tbaa !10
  %mul147 = mul nsw i32 %j140.0, %dim
  %conv148 = sext i32 %mul147 to i64
  %add149 = add nsw i64 %mul6, %conv148
  %conv150 = sext i32 %i135.0 to i64
  %add151 = add nsw i64 %add149, %conv150
  %arrayidx152 = getelementptr inbounds float, ptr %v, i64 %add151
  %26 = load float, ptr %arrayidx152, align 4, !tbaa !10
  %mul153 = fmul contract float %25, %26
  %add154 = fadd contract float %value.0, %mul153
  %inc156 = add nsw i32 %j140.0, 1
  br label %for.cond141, !llvm.loop !17

for.end157:                                       ; preds = %for.cond141
  %cmp158 = fcmp contract ogt float %24, 0.000000e+00
  %div160 = fdiv contract float %value.0, %24
  %cond163 = select contract i1 %cmp158, float %div160, float 0.000000e+00
  %mul164 = mul nsw i32 %2, %dim
  %conv165 = sext i32 %mul164 to i64
  %add166 = add nsw i64 %mul6, %conv165
  %conv167 = sext i32 %i135.0 to i64
  %add168 = add nsw i64 %add166, %conv167
  %arrayidx169 = getelementptr inbounds float, ptr %out, i64 %add168
  store float %cond163, ptr %arrayidx169, align 4, !tbaa !10
  %add171 = add nsw i32 %i135.0, %1
  br label %for.cond136, !llvm.loop !18

for.end172:                                       ; preds = %for.cond136
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
!7 = !{!5, !5, i64 0}
!8 = distinct !{!8, !9}
!9 = !{!"llvm.loop.mustprogress"}
!10 = !{!11, !11, i64 0}
!11 = !{!"float", !5, i64 0}
!12 = distinct !{!12, !9}
!13 = distinct !{!13, !9}
!14 = distinct !{!14, !9}
!15 = distinct !{!15, !9}
!16 = distinct !{!16, !9}
!17 = distinct !{!17, !9}
!18 = distinct !{!18, !9}
