source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @cached_lookup(ptr noalias noundef %tags, ptr noalias noundef %cache, ptr noalias noundef %table, ptr noalias noundef %index, ptr noalias noundef %start, ptr noalias noundef %out, i32 noundef %sets, i32 noundef %dim) #0 {
entry:
  %tag.i = alloca [4 x i32], align 4
  %value = alloca [4 x <4 x float>], align 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %div = sdiv i32 %dim, 4
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %add = add nsw i32 %0, 1
  %idxprom1 = sext i32 %add to i64
  %arrayidx2 = getelementptr inbounds i32, ptr %start, i64 %idxprom1
  %2 = load i32, ptr %arrayidx2, align 4, !tbaa !3
  br label %while.cond

while.cond:                                       ; preds = %while.body, %entry
  %lanes.0 = phi i32 [ 1, %entry ], [ %mul, %while.body ]
  %cmp = icmp slt i32 %lanes.0, %div
  %cmp3 = icmp slt i32 %lanes.0, 32
  %spec.select = select i1 %cmp, i1 %cmp3, i1 false
  br i1 %spec.select, label %while.body, label %while.end

while.body:                                       ; preds = %while.cond
  %mul = mul nsw i32 %lanes.0, 2
  br label %while.cond, !llvm.loop !7

while.end:                                        ; preds = %while.cond
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %div5 = udiv i32 %3, %lanes.0
  %div6 = sdiv i32 32, %lanes.0
  %rem = urem i32 %3, %lanes.0
  br label %for.cond

for.cond:                                         ; preds = %for.inc104, %while.end
  %vector.0 = phi i32 [ %rem, %while.end ], [ %add105, %for.inc104 ]
  %add8 = add nsw i32 %div, %lanes.0
  %sub = sub nsw i32 %add8, 1
  %sub9 = sub nsw i32 %div, 1
  %rem10 = srem i32 %sub9, %lanes.0
  %sub11 = sub nsw i32 %sub, %rem10
  %cmp12 = icmp slt i32 %vector.0, %sub11
  br i1 %cmp12, label %for.body, label %for.end106

for.body:                                         ; preds = %for.cond
  %cmp.i = icmp slt i32 %vector.0, %sub9
  %vector.0.sub9 = select i1 %cmp.i, i32 %vector.0, i32 %sub9
  br label %for.cond15

for.cond15:                                       ; preds = %for.inc76, %for.body
  %sum.0 = phi <4 x float> [ zeroinitializer, %for.body ], [ %sum.1, %for.inc76 ]
  %from.0 = phi i32 [ %1, %for.body ], [ %add77, %for.inc76 ]
  %cmp16 = icmp slt i32 %from.0, %2
  br i1 %cmp16, label %for.body18, label %for.cond79

for.body18:                                       ; preds = %for.cond15
  %sub19 = sub nsw i32 %2, %from.0
  %cmp.i3 = icmp slt i32 32, %sub19
  %.sub19 = select i1 %cmp.i3, i32 32, i32 %sub19
  %sub22 = sub nsw i32 %.sub19, 1
  %cmp.i10 = icmp slt i32 %3, %sub22
  %cond.i12 = select i1 %cmp.i10, i32 %3, i32 %sub22
  %add24 = add nsw i32 %from.0, %cond.i12
  %idxprom25 = sext i32 %add24 to i64
  %arrayidx26 = getelementptr inbounds i32, ptr %index, i64 %idxprom25
  %4 = load i32, ptr %arrayidx26, align 4, !tbaa !3
  %conv.i = zext i32 %4 to i64
  %shr.i = lshr i64 %conv.i, 33
  %xor.i = xor i64 %conv.i, %shr.i
  %mul.i39 = mul i64 %xor.i, -49064778989728563
  %shr1.i = lshr i64 %mul.i39, 33
  %xor2.i = xor i64 %mul.i39, %shr1.i
  %mul3.i = mul i64 %xor2.i, -4265267296055464877
  %shr4.i = lshr i64 %mul3.i, 33
  %xor5.i = xor i64 %mul3.i, %shr4.i
  %conv6.i = zext i32 %sets to i64
  %rem.i = urem i64 %xor5.i, %conv6.i
  %conv7.i = trunc i64 %rem.i to i32
  %sub.i = sub nsw i32 -1, %4
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.cond.cleanup13.i, %for.body18
  %first.i.0 = phi i32 [ 0, %for.body18 ], [ %add32.i, %for.cond.cleanup13.i ]
  %place.i.0 = phi i32 [ %sub.i, %for.body18 ], [ %place.i.1, %for.cond.cleanup13.i ]
  %cmp.i22 = icmp slt i32 %first.i.0, %.sub19
  br i1 %cmp.i22, label %for.body.i, label %for.cond28

for.body.i:                                       ; preds = %for.cond.i
  call void @llvm.lifetime.start.p0(ptr %tag.i) #4
  br label %for.cond2.i

for.cond2.i:                                      ; preds = %for.body5.i, %for.body.i
  %p.i.0 = phi i32 [ 0, %for.body.i ], [ %inc.i, %for.body5.i ]
  %cmp3.i = icmp slt i32 %p.i.0, 4
  br i1 %cmp3.i, label %for.body5.i, label %for.cond11.i

for.body5.i:                                      ; preds = %for.cond2.i
  %add.i = add nsw i32 %first.i.0, %p.i.0
  %5 = call noundef i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %conv7.i, i32 %add.i, i32 31)
  %mul.i = mul nsw i32 %5, 32
  %add7.i = add nsw i32 %mul.i, %3
  %idxprom.i = sext i32 %add7.i to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %tags, i64 %idxprom.i
  %6 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %idxprom8.i = sext i32 %p.i.0 to i64
  %arrayidx9.i = getelementptr inbounds [4 x i32], ptr %tag.i, i64 0, i64 %idxprom8.i
  store i32 %6, ptr %arrayidx9.i, align 4, !tbaa !3
  %inc.i = add nsw i32 %p.i.0, 1
  br label %for.cond2.i, !llvm.loop !9

for.cond11.i:                                     ; preds = %for.cond2.i, %if.end.i
  %p10.i.0 = phi i32 [ %inc29.i, %if.end.i ], [ 0, %for.cond2.i ]
  %place.i.1 = phi i32 [ %place.i.2, %if.end.i ], [ %place.i.0, %for.cond2.i ]
  %cmp12.i = icmp slt i32 %p10.i.0, 4
  br i1 %cmp12.i, label %for.body14.i, label %for.cond.cleanup13.i

for.cond.cleanup13.i:                             ; preds = %for.cond11.i
  call void @llvm.lifetime.end.p0(ptr %tag.i) #4
  %add32.i = add nsw i32 %first.i.0, 4
  br label %for.cond.i, !llvm.loop !11

for.body14.i:                                     ; preds = %for.cond11.i
  %idxprom15.i = sext i32 %p10.i.0 to i64
  %arrayidx16.i = getelementptr inbounds [4 x i32], ptr %tag.i, i64 0, i64 %idxprom15.i
  %7 = load i32, ptr %arrayidx16.i, align 4, !tbaa !3
  %add17.i = add nsw i32 %first.i.0, %p10.i.0
  %8 = call noundef i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %4, i32 %add17.i, i32 31)
  %cmp19.i = icmp eq i32 %7, %8
  %9 = call noundef i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %cmp19.i)
  %cmp21.i = icmp ne i32 %9, 0
  %cmp23.i = icmp eq i32 %3, %add17.i
  %or.cond = select i1 %cmp21.i, i1 %cmp23.i, i1 false
  br i1 %or.cond, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body14.i
  %mul24.i = mul nsw i32 %conv7.i, 32
  %10 = call i32 @llvm.cttz.i32(i32 %9, i1 true)
  %11 = add i32 %10, 1
  %add26.i = add nsw i32 %mul24.i, %11
  %sub27.i = sub nsw i32 %add26.i, 1
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body14.i
  %place.i.2 = phi i32 [ %sub27.i, %if.then.i ], [ %place.i.1, %for.body14.i ]
  %inc29.i = add nsw i32 %p10.i.0, 1
  br label %for.cond11.i, !llvm.loop !13

for.cond28:                                       ; preds = %for.cond.i, %for.end71
  %sum.1 = phi <4 x float> [ %sum.2, %for.end71 ], [ %sum.0, %for.cond.i ]
  %i.0 = phi i32 [ %add74, %for.end71 ], [ %div5, %for.cond.i ]
  %sub29 = sub nsw i32 %i.0, %div5
  %cmp30 = icmp slt i32 %sub29, %.sub19
  br i1 %cmp30, label %for.body32, label %for.inc76

for.body32:                                       ; preds = %for.cond28
  call void @llvm.lifetime.start.p0(ptr %value) #4
  br label %for.cond33

for.cond33:                                       ; preds = %cond.end57, %for.body32
  %r.0 = phi i32 [ 0, %for.body32 ], [ %inc, %cond.end57 ]
  %cmp34 = icmp slt i32 %r.0, 4
  br i1 %cmp34, label %for.body36, label %for.cond62

for.body36:                                       ; preds = %for.cond33
  %mul37 = mul nsw i32 %r.0, %div6
  %add38 = add nsw i32 %i.0, %mul37
  %cmp.i17 = icmp slt i32 %add38, %sub22
  %add38.sub22 = select i1 %cmp.i17, i32 %add38, i32 %sub22
  %12 = call noundef i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %place.i.0, i32 %add38.sub22, i32 31)
  %cmp42 = icmp sge i32 %12, 0
  %cond = select i1 %cmp42, ptr %cache, ptr %table
  %cmp43 = icmp slt i32 %add38, %.sub19
  br i1 %cmp43, label %cond.true44, label %cond.end57

cond.true44:                                      ; preds = %for.body36
  %sub48 = sub nsw i32 -1, %12
  %cond50 = select i1 %cmp42, i32 %12, i32 %sub48
  %conv = sext i32 %cond50 to i64
  %conv51 = sext i32 %div to i64
  %mul52 = mul nsw i64 %conv, %conv51
  %conv53 = sext i32 %vector.0.sub9 to i64
  %add54 = add nsw i64 %mul52, %conv53
  %arrayidx55 = getelementptr inbounds <4 x float>, ptr %cond, i64 %add54
  %13 = load <4 x float>, ptr %arrayidx55, align 16, !tbaa !14
  br label %cond.end57

cond.end57:                                       ; preds = %for.body36, %cond.true44
  %cond58 = phi contract <4 x float> [ %13, %cond.true44 ], [ zeroinitializer, %for.body36 ]
  %idxprom59 = sext i32 %r.0 to i64
  %arrayidx60 = getelementptr inbounds [4 x <4 x float>], ptr %value, i64 0, i64 %idxprom59
  store <4 x float> %cond58, ptr %arrayidx60, align 16, !tbaa !14
  %inc = add nsw i32 %r.0, 1
  br label %for.cond33, !llvm.loop !15

for.cond62:                                       ; preds = %for.cond33, %for.body65
  %sum.2 = phi <4 x float> [ %add68, %for.body65 ], [ %sum.1, %for.cond33 ]
  %r61.0 = phi i32 [ %inc70, %for.body65 ], [ 0, %for.cond33 ]
  %cmp63 = icmp slt i32 %r61.0, 4
  br i1 %cmp63, label %for.body65, label %for.end71

for.body65:                                       ; preds = %for.cond62
  %idxprom66 = sext i32 %r61.0 to i64
  %arrayidx67 = getelementptr inbounds [4 x <4 x float>], ptr %value, i64 0, i64 %idxprom66
  %14 = load <4 x float>, ptr %arrayidx67, align 16, !tbaa !14
  %add68 = fadd contract <4 x float> %sum.2, %14
  %inc70 = add nsw i32 %r61.0, 1
  br label %for.cond62, !llvm.loop !16

for.end71:                                        ; preds = %for.cond62
  call void @llvm.lifetime.end.p0(ptr %value) #4
  %mul73 = mul nsw i32 4, %div6
  %add74 = add nsw i32 %i.0, %mul73
  br label %for.cond28, !llvm.loop !17

for.inc76:                                        ; preds = %for.cond28
  %add77 = add nsw i32 %from.0, 32
  br label %for.cond15, !llvm.loop !18

for.cond79:                                       ; preds = %for.cond15, %for.inc93
  %sum.3 = phi <4 x float> [ %sum.4, %for.inc93 ], [ %sum.0, %for.cond15 ]
  %away.0 = phi i32 [ %mul94, %for.inc93 ], [ %lanes.0, %for.cond15 ]
  %cmp80 = icmp slt i32 %away.0, 32
  br i1 %cmp80, label %for.cond83, label %for.end95

for.cond83:                                       ; preds = %for.cond79, %for.body86
  %sum.4 = phi <4 x float> [ %vecins, %for.body86 ], [ %sum.3, %for.cond79 ]
  %c.0 = phi i32 [ %inc91, %for.body86 ], [ 0, %for.cond79 ]
  %cmp84 = icmp slt i32 %c.0, 4
  br i1 %cmp84, label %for.body86, label %for.inc93

for.body86:                                       ; preds = %for.cond83
  %vecext = extractelement <4 x float> %sum.4, i32 %c.0
  %15 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %vecext, i32 %away.0, i32 31)
  %add89 = fadd contract float %vecext, %15
  %vecins = insertelement <4 x float> %sum.4, float %add89, i32 %c.0
  %inc91 = add nsw i32 %c.0, 1
  br label %for.cond83, !llvm.loop !19

for.inc93:                                        ; preds = %for.cond83
  %mul94 = mul nsw i32 %away.0, 2
  br label %for.cond79, !llvm.loop !20

for.end95:                                        ; preds = %for.cond79
  %cmp96 = icmp eq i32 %div5, 0
  %cmp97 = icmp slt i32 %vector.0, %div
  %or.cond144 = and i1 %cmp96, %cmp97
  br i1 %or.cond144, label %if.then, label %for.inc104

if.then:                                          ; preds = %for.end95
  %conv99 = sext i32 %div to i64
  %mul100 = mul nsw i64 %idxprom, %conv99
  %conv101 = sext i32 %vector.0 to i64
  %add102 = add nsw i64 %mul100, %conv101
  %arrayidx103 = getelementptr inbounds <4 x float>, ptr %out, i64 %add102
  store <4 x float> %sum.3, ptr %arrayidx103, align 16, !tbaa !14
  br label %for.inc104

for.inc104:                                       ; preds = %for.end95, %if.then
  %add105 = add nsw i32 %vector.0, %lanes.0
  br label %for.cond, !llvm.loop !21

for.end106:                                       ; preds = %for.cond
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.vote.ballot.sync(i32, i1) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.cttz.i32(i32, i1 immarg) #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.idx.i32(i32, i32, i32, i32) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
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
!7 = distinct !{!7, !8}
!8 = !{!"llvm.loop.mustprogress"}
!9 = distinct !{!9, !8, !10}
!10 = !{!"llvm.loop.unroll.enable"}
!11 = distinct !{!11, !8, !12}
!12 = !{!"llvm.loop.unroll.disable"}
!13 = distinct !{!13, !8, !10}
!14 = !{!5, !5, i64 0}
!15 = distinct !{!15, !8, !10}
!16 = distinct !{!16, !8, !10}
!17 = distinct !{!17, !8, !12}
!18 = distinct !{!18, !8, !12}
!19 = distinct !{!19, !8, !10}
!20 = distinct !{!20, !8}
!21 = distinct !{!21, !8, !12}
