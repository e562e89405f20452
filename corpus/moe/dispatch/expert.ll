source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_clear(ptr noalias noundef %slots, i32 noundef %elements) #0 {
entry:
  %div = sdiv i32 %elements, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %mul2 = mul i32 %mul, 4
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul2, %2
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %entry
  %n.0 = phi i32 [ 0, %entry ], [ %inc, %for.inc ]
  %cmp = icmp slt i32 %n.0, 4
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %mul5 = mul i32 %n.0, %1
  %add6 = add i32 %add, %mul5
  %cmp7 = icmp ult i32 %add6, %div
  br i1 %cmp7, label %if.then, label %for.inc

if.then:                                          ; preds = %for.body
  %idxprom = zext i32 %add6 to i64
  %arrayidx = getelementptr inbounds nuw <4 x float>, ptr %slots, i64 %idxprom
  store <4 x float> zeroinitializer, ptr %arrayidx, align 16, !tbaa !7
  br label %for.inc

for.inc:                                          ; preds = %for.body, %if.then
  %inc = add nsw i32 %n.0, 1
  br label %for.cond, !llvm.loop !8

for.end:                                          ; preds = %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_scatter(ptr noalias noundef %tokens, ptr noalias noundef %expert, ptr noalias noundef %position, ptr noalias noundef %slots, i32 noundef %capacity, i32 noundef %width) #0 {
entry:
  %div = sdiv i32 %width, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %position, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp = icmp slt i32 %1, 0
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %conv1 = zext i32 %div to i64
  %mul = mul nsw i64 %idxprom, %conv1
  %add.ptr = getelementptr inbounds <4 x float>, ptr %tokens, i64 %mul
  %arrayidx3 = getelementptr inbounds i32, ptr %expert, i64 %idxprom
  %2 = load i32, ptr %arrayidx3, align 4, !tbaa !3
  %conv4 = sext i32 %2 to i64
  %conv5 = sext i32 %capacity to i64
  %mul6 = mul nsw i64 %conv4, %conv5
  %conv7 = sext i32 %1 to i64
  %add = add nsw i64 %mul6, %conv7
  %mul9 = mul nsw i64 %add, %conv1
  %add.ptr10 = getelementptr inbounds <4 x float>, ptr %slots, i64 %mul9
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %col.0 = phi i32 [ %3, %if.end ], [ %add18, %for.body ]
  %cmp12 = icmp ult i32 %col.0, %div
  br i1 %cmp12, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %idxprom13 = zext i32 %col.0 to i64
  %arrayidx14 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr, i64 %idxprom13
  %4 = load <4 x float>, ptr %arrayidx14, align 16, !tbaa !7
  %arrayidx16 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr10, i64 %idxprom13
  store <4 x float> %4, ptr %arrayidx16, align 16, !tbaa !7
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add18 = add i32 %col.0, %5
  br label %for.cond, !llvm.loop !11

cleanup.cont:                                     ; preds = %entry, %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_combine(ptr noalias noundef %answers, ptr noalias noundef %expert, ptr noalias noundef %position, ptr noalias noundef %weight, ptr noalias noundef %out, i32 noundef %capacity, i32 noundef %width) #0 {
entry:
  %div = sdiv i32 %width, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %position, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp = icmp sge i32 %1, 0
  br i1 %cmp, label %cond.true, label %cond.end

cond.true:                                        ; preds = %entry
  %arrayidx2 = getelementptr inbounds float, ptr %weight, i64 %idxprom
  %2 = load float, ptr %arrayidx2, align 4, !tbaa !13
  br label %cond.end

cond.end:                                         ; preds = %entry, %cond.true
  %cond = phi contract float [ %2, %cond.true ], [ 0.000000e+00, %entry ]
  %arrayidx4 = getelementptr inbounds i32, ptr %expert, i64 %idxprom
  %3 = load i32, ptr %arrayidx4, align 4, !tbaa !3
  %conv = sext i32 %3 to i64
  %conv5 = sext i32 %capacity to i64
  %mul = mul nsw i64 %conv, %conv5
  %cmp.i = icmp sgt i32 %1, 0
  %. = select i1 %cmp.i, i32 %1, i32 0
  %conv7 = sext i32 %. to i64
  %add = add nsw i64 %mul, %conv7
  %conv8 = zext i32 %div to i64
  %mul9 = mul nsw i64 %add, %conv8
  %add.ptr = getelementptr inbounds <4 x float>, ptr %answers, i64 %mul9
  %mul12 = mul nsw i64 %idxprom, %conv8
  %add.ptr13 = getelementptr inbounds <4 x float>, ptr %out, i64 %mul12
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %cond.end22, %cond.end
  %col.0 = phi i32 [ %4, %cond.end ], [ %add27, %cond.end22 ]
  %cmp15 = icmp ult i32 %col.0, %div
  br i1 %cmp15, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  br i1 %cmp, label %cond.true17, label %cond.end22

cond.true17:                                      ; preds = %for.body
  %splat.splatinsert = insertelement <4 x float> poison, float %cond, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %idxprom18 = zext i32 %col.0 to i64
  %arrayidx19 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr, i64 %idxprom18
  %5 = load <4 x float>, ptr %arrayidx19, align 16, !tbaa !7
  %mul20 = fmul contract <4 x float> %splat.splat, %5
  br label %cond.end22

cond.end22:                                       ; preds = %for.body, %cond.true17
  %cond23 = phi contract <4 x float> [ %mul20, %cond.true17 ], [ zeroinitializer, %for.body ]
  %idxprom24 = zext i32 %col.0 to i64
  %arrayidx25 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr13, i64 %idxprom24
  store <4 x float> %cond23, ptr %arrayidx25, align 16, !tbaa !7
  %6 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add27 = add i32 %col.0, %6
  br label %for.cond, !llvm.loop !15

for.end:                                          ; preds = %for.cond
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

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
!11 = distinct !{!11, !9, !12}
!12 = !{!"llvm.loop.unroll.count", i32 2}
!13 = !{!14, !14, i64 0}
!14 = !{!"float", !5, i64 0}
!15 = distinct !{!15, !9, !12}
