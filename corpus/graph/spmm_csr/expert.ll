source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @spmm_csr(ptr noalias noundef %start, ptr noalias noundef %column, ptr noalias noundef %value, ptr noalias noundef %features, ptr noalias noundef %out, i32 noundef %nodes, i32 noundef %dim) #0 {
entry:
  %feature = alloca [4 x <4 x float>], align 16
  %weight = alloca [4 x float], align 4
  %feature48 = alloca [3 x <4 x float>], align 16
  %weight49 = alloca [3 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %div = sdiv i32 %dim, 4
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %add3 = add nsw i32 %add, 1
  %idxprom4 = sext i32 %add3 to i64
  %arrayidx5 = getelementptr inbounds i32, ptr %start, i64 %idxprom4
  %4 = load i32, ptr %arrayidx5, align 4, !tbaa !3
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %if.end90, %if.end
  %vector.0 = phi i32 [ %5, %if.end ], [ %add99, %if.end90 ]
  %cmp7 = icmp ult i32 %vector.0, %div
  br i1 %cmp7, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %idx.ext = zext i32 %vector.0 to i64
  %add.ptr = getelementptr inbounds nuw <4 x float>, ptr %features, i64 %idx.ext
  br label %for.cond8

for.cond8:                                        ; preds = %for.end42, %for.body
  %sum.0 = phi <4 x float> [ zeroinitializer, %for.body ], [ %sum.1, %for.end42 ]
  %e.0 = phi i32 [ %3, %for.body ], [ %add9, %for.end42 ]
  %add9 = add nsw i32 %e.0, 4
  %cmp10 = icmp sle i32 %add9, %4
  br i1 %cmp10, label %for.body11, label %for.end45

for.body11:                                       ; preds = %for.cond8
  call void @llvm.lifetime.start.p0(ptr %feature) #3
  call void @llvm.lifetime.start.p0(ptr %weight) #3
  br label %for.cond12

for.cond12:                                       ; preds = %for.body15, %for.body11
  %r.0 = phi i32 [ 0, %for.body11 ], [ %inc, %for.body15 ]
  %cmp13 = icmp slt i32 %r.0, 4
  br i1 %cmp13, label %for.body15, label %for.cond30

for.body15:                                       ; preds = %for.cond12
  %add16 = add nsw i32 %e.0, %r.0
  %idxprom17 = sext i32 %add16 to i64
  %arrayidx18 = getelementptr inbounds i32, ptr %column, i64 %idxprom17
  %6 = load i32, ptr %arrayidx18, align 4, !tbaa !3
  %conv = sext i32 %6 to i64
  %conv19 = zext i32 %div to i64
  %mul20 = mul nsw i64 %conv, %conv19
  %arrayidx21 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul20
  %7 = load <4 x float>, ptr %arrayidx21, align 16, !tbaa !7
  %idxprom22 = sext i32 %r.0 to i64
  %arrayidx23 = getelementptr inbounds [4 x <4 x float>], ptr %feature, i64 0, i64 %idxprom22
  store <4 x float> %7, ptr %arrayidx23, align 16, !tbaa !7
  %arrayidx26 = getelementptr inbounds float, ptr %value, i64 %idxprom17
  %8 = load float, ptr %arrayidx26, align 4, !tbaa !8
  %arrayidx28 = getelementptr inbounds [4 x float], ptr %weight, i64 0, i64 %idxprom22
  store float %8, ptr %arrayidx28, align 4, !tbaa !8
  %inc = add nsw i32 %r.0, 1
  br label %for.cond12, !llvm.loop !10

for.cond30:                                       ; preds = %for.cond12, %for.body33
  %sum.1 = phi <4 x float> [ %add39, %for.body33 ], [ %sum.0, %for.cond12 ]
  %r29.0 = phi i32 [ %inc41, %for.body33 ], [ 0, %for.cond12 ]
  %cmp31 = icmp slt i32 %r29.0, 4
  br i1 %cmp31, label %for.body33, label %for.end42

for.body33:                                       ; preds = %for.cond30
  %idxprom34 = sext i32 %r29.0 to i64
  %arrayidx35 = getelementptr inbounds [4 x float], ptr %weight, i64 0, i64 %idxprom34
  %9 = load float, ptr %arrayidx35, align 4, !tbaa !8
  %splat.splatinsert = insertelement <4 x float> poison, float %9, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %arrayidx37 = getelementptr inbounds [4 x <4 x float>], ptr %feature, i64 0, i64 %idxprom34
  %10 = load <4 x float>, ptr %arrayidx37, align 16, !tbaa !7
  %mul38 = fmul contract <4 x float> %splat.splat, %10
  %add39 = fadd contract <4 x float> %sum.1, %mul38
  %inc41 = add nsw i32 %r29.0, 1
  br label %for.cond30, !llvm.loop !13

for.end42:                                        ; preds = %for.cond30
  call void @llvm.lifetime.end.p0(ptr %weight) #3
  call void @llvm.lifetime.end.p0(ptr %feature) #3
  br label %for.cond8, !llvm.loop !14

for.end45:                                        ; preds = %for.cond8
  %cmp46 = icmp slt i32 %e.0, %4
  br i1 %cmp46, label %if.then47, label %if.end90

if.then47:                                        ; preds = %for.end45
  call void @llvm.lifetime.start.p0(ptr %feature48) #3
  call void @llvm.lifetime.start.p0(ptr %weight49) #3
  br label %for.cond51

for.cond51:                                       ; preds = %cond.end, %if.then47
  %r50.0 = phi i32 [ 0, %if.then47 ], [ %inc72, %cond.end ]
  %cmp52 = icmp slt i32 %r50.0, 3
  br i1 %cmp52, label %for.body54, label %for.cond75

for.body54:                                       ; preds = %for.cond51
  %add55 = add nsw i32 %e.0, %r50.0
  %sub = sub nsw i32 %4, 1
  %cmp.i = icmp slt i32 %add55, %sub
  %add55.sub = select i1 %cmp.i, i32 %add55, i32 %sub
  %idxprom57 = sext i32 %add55.sub to i64
  %arrayidx58 = getelementptr inbounds i32, ptr %column, i64 %idxprom57
  %11 = load i32, ptr %arrayidx58, align 4, !tbaa !3
  %conv59 = sext i32 %11 to i64
  %conv60 = zext i32 %div to i64
  %mul61 = mul nsw i64 %conv59, %conv60
  %arrayidx62 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul61
  %12 = load <4 x float>, ptr %arrayidx62, align 16, !tbaa !7
  %idxprom63 = sext i32 %r50.0 to i64
  %arrayidx64 = getelementptr inbounds [3 x <4 x float>], ptr %feature48, i64 0, i64 %idxprom63
  store <4 x float> %12, ptr %arrayidx64, align 16, !tbaa !7
  %cmp66 = icmp slt i32 %add55, %4
  br i1 %cmp66, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body54
  %arrayidx68 = getelementptr inbounds float, ptr %value, i64 %idxprom57
  %13 = load float, ptr %arrayidx68, align 4, !tbaa !8
  br label %cond.end

cond.end:                                         ; preds = %for.body54, %cond.true
  %cond = phi contract float [ %13, %cond.true ], [ 0.000000e+00, %for.body54 ]
  %arrayidx70 = getelementptr inbounds [3 x float], ptr %weight49, i64 0, i64 %idxprom63
  store float %cond, ptr %arrayidx70, align 4, !tbaa !8
  %inc72 = add nsw i32 %r50.0, 1
  br label %for.cond51, !llvm.loop !16

for.cond75:                                       ; preds = %for.cond51, %for.body78
  %sum.3 = phi <4 x float> [ %add86, %for.body78 ], [ %sum.0, %for.cond51 ]
  %r74.0 = phi i32 [ %inc88, %for.body78 ], [ 0, %for.cond51 ]
  %cmp76 = icmp slt i32 %r74.0, 3
  br i1 %cmp76, label %for.body78, label %for.end89

for.body78:                                       ; preds = %for.cond75
  %idxprom79 = sext i32 %r74.0 to i64
  %arrayidx80 = getelementptr inbounds [3 x float], ptr %weight49, i64 0, i64 %idxprom79
  %14 = load float, ptr %arrayidx80, align 4, !tbaa !8
  %splat.splatinsert81 = insertelement <4 x float> poison, float %14, i64 0
  %splat.splat82 = shufflevector <4 x float> %splat.splatinsert81, <4 x float> poison, <4 x i32> zeroinitializer
  %arrayidx84 = getelementptr inbounds [3 x <4 x float>], ptr %feature48, i64 0, i64 %idxprom79
  %15 = load <4 x float>, ptr %arrayidx84, align 16, !tbaa !7
  %mul85 = fmul contract <4 x float> %splat.splat82, %15
  %add86 = fadd contract <4 x float> %sum.3, %mul85
  %inc88 = add nsw i32 %r74.0, 1
  br label %for.cond75, !llvm.loop !17

for.end89:                                        ; preds = %for.cond75
  call void @llvm.lifetime.end.p0(ptr %weight49) #3
  call void @llvm.lifetime.end.p0(ptr %feature48) #3
  br label %if.end90

if.end90:                                         ; preds = %for.end89, %for.end45
  %sum.2 = phi <4 x float> [ %sum.3, %for.end89 ], [ %sum.0, %for.end45 ]
  %conv92 = zext i32 %div to i64
  %mul93 = mul nsw i64 %idxprom, %conv92
  %add95 = add nsw i64 %mul93, %idx.ext
  %arrayidx96 = getelementptr inbounds <4 x float>, ptr %out, i64 %add95
  store <4 x float> %sum.2, ptr %arrayidx96, align 16, !tbaa !7
  %16 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add99 = add i32 %vector.0, %16
  br label %for.cond, !llvm.loop !18

cleanup.cont:                                     ; preds = %entry, %for.cond
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nounwind }

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
!8 = !{!9, !9, i64 0}
!9 = !{!"float", !5, i64 0}
!10 = distinct !{!10, !11, !12}
!11 = !{!"llvm.loop.mustprogress"}
!12 = !{!"llvm.loop.unroll.enable"}
!13 = distinct !{!13, !11, !12}
!14 = distinct !{!14, !11, !15}
!15 = !{!"llvm.loop.unroll.disable"}
!16 = distinct !{!16, !11, !12}
!17 = distinct !{!17, !11, !12}
!18 = distinct !{!18, !11, !15}
