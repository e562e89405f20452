source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@partial = external dso_local addrspace(3) global [0 x float], align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @layernorm_residual(ptr noundef %input, ptr noundef %residual, ptr noundef %bias, ptr noundef %gamma, ptr noundef %beta, ptr noundef %out, i32 noundef %rows, i32 noundef %columns) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %cmp = icmp sge i32 %0, %rows
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %i.0 = phi i32 [ %1, %if.end ], [ %add16, %for.body ]
  %sum.0 = phi float [ 0.000000e+00, %if.end ], [ %add14, %for.body ]
  %cmp2 = icmp slt i32 %i.0, %columns
  br i1 %cmp2, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %conv = sext i32 %0 to i64
  %conv3 = sext i32 %columns to i64
  %mul = mul nsw i64 %conv, %conv3
  %conv4 = sext i32 %i.0 to i64
  %add = add nsw i64 %mul, %conv4
  %arrayidx = getelementptr inbounds float, ptr %input, i64 %add
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %arrayidx10 = getelementptr inbounds float, ptr %residual, i64 %add
  %3 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %add11 = fadd contract float %2, %3
  %arrayidx12 = getelementptr inbounds float, ptr %bias, i64 %conv4
  %4 = load float, ptr %arrayidx12, align 4, !tbaa !7
  %add13 = fadd contract float %add11, %4
  %add14 = fadd contract float %sum.0, %add13
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add16 = add i32 %i.0, %5
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %idxprom.i = sext i32 %1 to i64
  %arrayidx.i = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @partial to ptr), i64 %idxprom.i
  store float %sum.0, ptr %arrayidx.i, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %6 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %div.i = udiv i32 %6, 2
  br label %for.cond.i

for.cond.i:                                       ; preds = %if.end.i, %for.end
  %half.i.0 = phi i32 [ %div.i, %for.end ], [ %div8.i, %if.end.i ]
  %cmp.i = icmp sgt i32 %half.i.0, 0
  br i1 %cmp.i, label %for.body.i, label %_ZL9block_sumPff.exit

for.body.i:                                       ; preds = %for.cond.i
  %cmp2.i = icmp slt i32 %1, %half.i.0
  br i1 %cmp2.i, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body.i
  %add.i = add nsw i32 %1, %half.i.0
  %idxprom3.i = sext i32 %add.i to i64
  %arrayidx4.i = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @partial to ptr), i64 %idxprom3.i
  %7 = load float, ptr %arrayidx4.i, align 4, !tbaa !7
  %8 = load float, ptr %arrayidx.i, align 4, !tbaa !7
  %add7.i = fadd contract float %8, %7
  store float %add7.i, ptr %arrayidx.i, align 4, !tbaa !7
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body.i
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div8.i = sdiv i32 %half.i.0, 2
  br label %for.cond.i, !llvm.loop !11

_ZL9block_sumPff.exit:                            ; preds = %for.cond.i
  %9 = load float, ptr addrspacecast (ptr addrspace(3) @partial to ptr), align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %conv18 = sitofp i32 %columns to float
  %div = fdiv contract float %9, %conv18
  br label %for.cond21

for.cond21:                                       ; preds = %for.body24, %_ZL9block_sumPff.exit
  %squares.0 = phi float [ 0.000000e+00, %_ZL9block_sumPff.exit ], [ %add42, %for.body24 ]
  %i19.0 = phi i32 [ %1, %_ZL9block_sumPff.exit ], [ %add45, %for.body24 ]
  %cmp22 = icmp slt i32 %i19.0, %columns
  br i1 %cmp22, label %for.body24, label %for.end46

for.body24:                                       ; preds = %for.cond21
  %conv25 = sext i32 %0 to i64
  %conv26 = sext i32 %columns to i64
  %mul27 = mul nsw i64 %conv25, %conv26
  %conv28 = sext i32 %i19.0 to i64
  %add29 = add nsw i64 %mul27, %conv28
  %arrayidx30 = getelementptr inbounds float, ptr %input, i64 %add29
  %10 = load float, ptr %arrayidx30, align 4, !tbaa !7
  %arrayidx36 = getelementptr inbounds float, ptr %residual, i64 %add29
  %11 = load float, ptr %arrayidx36, align 4, !tbaa !7
  %add37 = fadd contract float %10, %11
  %arrayidx39 = getelementptr inbounds float, ptr %bias, i64 %conv28
  %12 = load float, ptr %arrayidx39, align 4, !tbaa !7
  %add40 = fadd contract float %add37, %12
  %sub = fsub contract float %add40, %div
  %mul41 = fmul contract float %sub, %sub
  %add42 = fadd contract float %squares.0, %mul41
  %add45 = add i32 %i19.0, %6
  br label %for.cond21, !llvm.loop !12

for.end46:                                        ; preds = %for.cond21
  store float %squares.0, ptr %arrayidx.i, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond.i9

for.cond.i9:                                      ; preds = %if.end.i13, %for.end46
  %half.i4.0 = phi i32 [ %div.i, %for.end46 ], [ %div8.i14, %if.end.i13 ]
  %cmp.i10 = icmp sgt i32 %half.i4.0, 0
  br i1 %cmp.i10, label %for.body.i11, label %_ZL9block_sumPff.exit22

for.body.i11:                                     ; preds = %for.cond.i9
  %cmp2.i12 = icmp slt i32 %1, %half.i4.0
  br i1 %cmp2.i12, label %if.then.i15, label %if.end.i13

if.then.i15:                                      ; preds = %for.body.i11
  %add.i16 = add nsw i32 %1, %half.i4.0
  %idxprom3.i17 = sext i32 %add.i16 to i64
  %arrayidx4.i18 = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @partial to ptr), i64 %idxprom3.i17
  %13 = load float, ptr %arrayidx4.i18, align 4, !tbaa !7
  %14 = load float, ptr %arrayidx.i, align 4, !tbaa !7
  %add7.i21 = fadd contract float %14, %13
  store float %add7.i21, ptr %arrayidx.i, align 4, !tbaa !7
  br label %if.end.i13

if.end.i13:                                       ; preds = %if.then.i15, %for.body.i11
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div8.i14 = sdiv i32 %half.i4.0, 2
  br label %for.cond.i9, !llvm.loop !11

_ZL9block_sumPff.exit22:                          ; preds = %for.cond.i9
  %15 = load float, ptr addrspacecast (ptr addrspace(3) @partial to ptr), align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div49 = fdiv contract float %15, %conv18
  br label %for.cond52

for.cond52:                                       ; preds = %for.body55, %_ZL9block_sumPff.exit22
  %i50.0 = phi i32 [ %1, %_ZL9block_sumPff.exit22 ], [ %add90, %for.body55 ]
  %cmp53 = icmp slt i32 %i50.0, %columns
  br i1 %cmp53, label %for.body55, label %cleanup.cont

for.body55:                                       ; preds = %for.cond52
  %conv56 = sext i32 %0 to i64
  %conv57 = sext i32 %columns to i64
  %mul58 = mul nsw i64 %conv56, %conv57
  %conv59 = sext i32 %i50.0 to i64
  %add60 = add nsw i64 %mul58, %conv59
  %arrayidx61 = getelementptr inbounds float, ptr %input, i64 %add60
  %16 = load float, ptr %arrayidx61, align 4, !tbaa !7
  %arrayidx67 = getelementptr inbounds float, ptr %residual, i64 %add60
  %17 = load float, ptr %arrayidx67, align 4, !tbaa !7
  %add68 = fadd contract float %16, %17
  %arrayidx70 = getelementptr inbounds float, ptr %bias, i64 %conv59
  %18 = load float, ptr %arrayidx70, align 4, !tbaa !7
  %add71 = fadd contract float %add68, %18
  %arrayidx73 = getelementptr inbounds float, ptr %gamma, i64 %conv59
  %19 = load float, ptr %arrayidx73, align 4, !tbaa !7
  %sub74 = fsub contract float %add71, %div
  %mul75 = fmul contract float %19, %sub74
  %add76 = fadd contract float %div49, 0x3EE4F8B580000000
  %20 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add76)
  %div78 = fdiv contract float %mul75, %20
  %arrayidx80 = getelementptr inbounds float, ptr %beta, i64 %conv59
  %21 = load float, ptr %arrayidx80, align 4, !tbaa !7
  %add81 = fadd contract float %div78, %21
  %arrayidx87 = getelementptr inbounds float, ptr %out, i64 %add60
  store float %add81, ptr %arrayidx87, align 4, !tbaa !7
  %add90 = add i32 %i50.0, %6
  br label %for.cond52, !llvm.loop !13

cleanup.cont:                                     ; preds = %entry, %for.cond52
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nocallback nounwind }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(none) }

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
