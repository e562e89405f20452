source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ13kmeans_assignE5group = internal addrspace(3) global [128 x <4 x float>] undef, align 16

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @kmeans_assign(ptr noalias noundef %feature, ptr noalias noundef %centre, ptr noalias noundef %membership, i32 noundef %points, i32 noundef %dim, i32 noundef %centres) #0 {
entry:
  %squares = alloca [8 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul i32 %0, 64
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %1
  %sub = sub nsw i32 %points, 1
  %cmp.i = icmp slt i32 %add, %sub
  %add.sub = select i1 %cmp.i, i32 %add, i32 %sub
  %idx.ext = sext i32 %add.sub to i64
  %add.ptr = getelementptr inbounds float, ptr %feature, i64 %idx.ext
  br label %for.cond

for.cond:                                         ; preds = %for.end77, %entry
  %first.0 = phi i32 [ 0, %entry ], [ %add79, %for.end77 ]
  %least.0 = phi float [ 0x47EFFFFFE0000000, %entry ], [ %least.1, %for.end77 ]
  %nearest.0 = phi i32 [ 0, %entry ], [ %nearest.1, %for.end77 ]
  %cmp = icmp slt i32 %first.0, %centres
  br i1 %cmp, label %for.cond3, label %for.end80

for.cond3:                                        ; preds = %for.cond, %for.inc55
  %from.0 = phi i32 [ %add56, %for.inc55 ], [ 0, %for.cond ]
  %high.0 = phi <4 x float> [ %high.1, %for.inc55 ], [ zeroinitializer, %for.cond ]
  %low.0 = phi <4 x float> [ %low.1, %for.inc55 ], [ zeroinitializer, %for.cond ]
  %cmp4 = icmp slt i32 %from.0, %dim
  br i1 %cmp4, label %for.body6, label %for.end57

for.body6:                                        ; preds = %for.cond3
  %sub7 = sub nsw i32 %dim, %from.0
  %cmp.i3 = icmp slt i32 %sub7, 64
  %sub7. = select i1 %cmp.i3, i32 %sub7, i32 64
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond10

for.cond10:                                       ; preds = %for.body14, %for.body6
  %i.0 = phi i32 [ %1, %for.body6 ], [ %add25, %for.body14 ]
  %mul11 = mul nsw i32 %sub7., 8
  %cmp12 = icmp slt i32 %i.0, %mul11
  br i1 %cmp12, label %for.body14, label %for.end

for.body14:                                       ; preds = %for.cond10
  %rem = srem i32 %i.0, 8
  %add15 = add nsw i32 %first.0, %rem
  %sub16 = sub nsw i32 %centres, 1
  %cmp.i10 = icmp slt i32 %add15, %sub16
  %add15.sub16 = select i1 %cmp.i10, i32 %add15, i32 %sub16
  %conv = sext i32 %add15.sub16 to i64
  %conv18 = sext i32 %dim to i64
  %mul19 = mul nsw i64 %conv, %conv18
  %conv20 = sext i32 %from.0 to i64
  %add21 = add nsw i64 %mul19, %conv20
  %div = sdiv i32 %i.0, 8
  %conv22 = sext i32 %div to i64
  %add23 = add nsw i64 %add21, %conv22
  %arrayidx = getelementptr inbounds float, ptr %centre, i64 %add23
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom = sext i32 %i.0 to i64
  %arrayidx24 = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @_ZZ13kmeans_assignE5group to ptr), i64 %idxprom
  store float %2, ptr %arrayidx24, align 4, !tbaa !7
  %add25 = add nsw i32 %i.0, 64
  br label %for.cond10, !llvm.loop !9

for.end:                                          ; preds = %for.cond10
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %conv26 = sext i32 %from.0 to i64
  %conv27 = sext i32 %points to i64
  %mul28 = mul nsw i64 %conv26, %conv27
  %add.ptr29 = getelementptr inbounds float, ptr %add.ptr, i64 %mul28
  br label %for.cond30

for.cond30:                                       ; preds = %for.body33, %for.end
  %high.1 = phi <4 x float> [ %high.0, %for.end ], [ %add52, %for.body33 ]
  %low.1 = phi <4 x float> [ %low.0, %for.end ], [ %add50, %for.body33 ]
  %d.0 = phi i32 [ 0, %for.end ], [ %inc, %for.body33 ]
  %cmp31 = icmp slt i32 %d.0, %sub7.
  br i1 %cmp31, label %for.body33, label %for.inc55

for.body33:                                       ; preds = %for.cond30
  %conv34 = sext i32 %d.0 to i64
  %mul36 = mul nsw i64 %conv34, %conv27
  %arrayidx37 = getelementptr inbounds float, ptr %add.ptr29, i64 %mul36
  %3 = load float, ptr %arrayidx37, align 4, !tbaa !7
  %splat.splatinsert = insertelement <4 x float> poison, float %3, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %mul38 = mul nsw i32 2, %d.0
  %idxprom39 = sext i32 %mul38 to i64
  %arrayidx40 = getelementptr inbounds [128 x <4 x float>], ptr addrspacecast (ptr addrspace(3) @_ZZ13kmeans_assignE5group to ptr), i64 0, i64 %idxprom39
  %4 = load <4 x float>, ptr %arrayidx40, align 16, !tbaa !11
  %sub41 = fsub contract <4 x float> %splat.splat, %4
  %add45 = add nsw i32 %mul38, 1
  %idxprom46 = sext i32 %add45 to i64
  %arrayidx47 = getelementptr inbounds [128 x <4 x float>], ptr addrspacecast (ptr addrspace(3) @_ZZ13kmeans_assignE5group to ptr), i64 0, i64 %idxprom46
  %5 = load <4 x float>, ptr %arrayidx47, align 16, !tbaa !11
  %sub48 = fsub contract <4 x float> %splat.splat, %5
  %mul49 = fmul contract <4 x float> %sub41, %sub41
  %add50 = fadd contract <4 x float> %low.1, %mul49
  %mul51 = fmul contract <4 x float> %sub48, %sub48
  %add52 = fadd contract <4 x float> %high.1, %mul51
  %inc = add nsw i32 %d.0, 1
  br label %for.cond30, !llvm.loop !12

for.inc55:                                        ; preds = %for.cond30
  %add56 = add nsw i32 %from.0, 64
  br label %for.cond3, !llvm.loop !14

for.end57:                                        ; preds = %for.cond3
  call void @llvm.lifetime.start.p0(ptr %squares) #4
  %6 = extractelement <4 x float> %low.0, i64 0
  store float %6, ptr %squares, align 4, !tbaa !7
  %arrayinit.element = getelementptr inbounds float, ptr %squares, i64 1
  %7 = extractelement <4 x float> %low.0, i64 1
  store float %7, ptr %arrayinit.element, align 4, !tbaa !7
  %arrayinit.element58 = getelementptr inbounds float, ptr %squares, i64 2
  %8 = extractelement <4 x float> %low.0, i64 2
  store float %8, ptr %arrayinit.element58, align 4, !tbaa !7
  %arrayinit.element59 = getelementptr inbounds float, ptr %squares, i64 3
  %9 = extractelement <4 x float> %low.0, i64 3
  store float %9, ptr %arrayinit.element59, align 4, !tbaa !7
  %arrayinit.element60 = getelementptr inbounds float, ptr %squares, i64 4
  %10 = extractelement <4 x float> %high.0, i64 0
  store float %10, ptr %arrayinit.element60, align 4, !tbaa !7
  %arrayinit.element61 = getelementptr inbounds float, ptr %squares, i64 5
  %11 = extractelement <4 x float> %high.0, i64 1
  store float %11, ptr %arrayinit.element61, align 4, !tbaa !7
  %arrayinit.element62 = getelementptr inbounds float, ptr %squares, i64 6
  %12 = extractelement <4 x float> %high.0, i64 2
  store float %12, ptr %arrayinit.element62, align 4, !tbaa !7
  %arrayinit.element63 = getelementptr inbounds float, ptr %squares, i64 7
  %13 = extractelement <4 x float> %high.0, i64 3
  store float %13, ptr %arrayinit.element63, align 4, !tbaa !7
  br label %for.cond65

for.cond65:                                       ; preds = %for.body68, %for.end57
  %least.1 = phi float [ %least.0, %for.end57 ], [ %least.2, %for.body68 ]
  %nearest.1 = phi i32 [ %nearest.0, %for.end57 ], [ %nearest.2, %for.body68 ]
  %c64.0 = phi i32 [ 0, %for.end57 ], [ %inc76, %for.body68 ]
  %cmp66 = icmp slt i32 %c64.0, 8
  br i1 %cmp66, label %for.body68, label %for.end77

for.body68:                                       ; preds = %for.cond65
  %idxprom69 = sext i32 %c64.0 to i64
  %arrayidx70 = getelementptr inbounds [8 x float], ptr %squares, i64 0, i64 %idxprom69
  %14 = load float, ptr %arrayidx70, align 4, !tbaa !7
  %cmp71 = fcmp contract olt float %14, %least.1
  %add74 = add nsw i32 %first.0, %c64.0
  %least.2 = select i1 %cmp71, float %14, float %least.1
  %nearest.2 = select i1 %cmp71, i32 %add74, i32 %nearest.1
  %inc76 = add nsw i32 %c64.0, 1
  br label %for.cond65, !llvm.loop !15

for.end77:                                        ; preds = %for.cond65
  call void @llvm.lifetime.end.p0(ptr %squares) #4
  %add79 = add nsw i32 %first.0, 8
  br label %for.cond, !llvm.loop !17

for.end80:                                        ; preds = %for.cond
  %cmp81 = icmp slt i32 %add, %points
  br i1 %cmp81, label %if.then82, label %if.end85

if.then82:                                        ; preds = %for.end80
  %idxprom83 = sext i32 %add to i64
  %arrayidx84 = getelementptr inbounds i32, ptr %membership, i64 %idxprom83
  store i32 %nearest.0, ptr %arrayidx84, align 4, !tbaa !3
  br label %if.end85

if.end85:                                         ; preds = %if.then82, %for.end80
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="64" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { convergent nocallback nounwind }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { nounwind }

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
!11 = !{!5, !5, i64 0}
!12 = distinct !{!12, !10, !13}
!13 = !{!"llvm.loop.unroll.count", i32 8}
!14 = distinct !{!14, !10}
!15 = distinct !{!15, !10, !16}
!16 = !{!"llvm.loop.unroll.enable"}
!17 = distinct !{!17, !10}
