source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @dedup_pool(ptr noalias noundef %table, ptr noalias noundef %index, ptr noalias noundef %start, ptr noalias noundef %inverse, ptr noalias noundef %out, i32 noundef %samples, i32 noundef %dim) #0 {
entry:
  %row.i = alloca [5 x i64], align 8
  %value.i = alloca [5 x <4 x float>], align 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %div = sdiv i32 %dim, 4
  br label %while.cond

while.cond:                                       ; preds = %while.body, %entry
  %lanes.0 = phi i32 [ 1, %entry ], [ %mul, %while.body ]
  %cmp = icmp slt i32 %lanes.0, %div
  %cmp1 = icmp slt i32 %lanes.0, 32
  %spec.select = select i1 %cmp, i1 %cmp1, i1 false
  br i1 %spec.select, label %while.body, label %while.end

while.body:                                       ; preds = %while.cond
  %mul = mul nsw i32 %lanes.0, 2
  br label %while.cond, !llvm.loop !7

while.end:                                        ; preds = %while.cond
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %div3 = udiv i32 %1, %lanes.0
  %div4 = sdiv i32 32, %lanes.0
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %add = add nsw i32 %2, %div3
  %add5 = add nsw i32 %0, 1
  %idxprom6 = sext i32 %add5 to i64
  %arrayidx7 = getelementptr inbounds i32, ptr %start, i64 %idxprom6
  %3 = load i32, ptr %arrayidx7, align 4, !tbaa !3
  %rem = urem i32 %1, %lanes.0
  br label %for.cond

for.cond:                                         ; preds = %for.inc78, %while.end
  %column.0 = phi i32 [ %rem, %while.end ], [ %add79, %for.inc78 ]
  %add9 = add nsw i32 %div, %lanes.0
  %sub = sub nsw i32 %add9, 1
  %sub10 = sub nsw i32 %div, 1
  %rem11 = srem i32 %sub10, %lanes.0
  %sub12 = sub nsw i32 %sub, %rem11
  %cmp13 = icmp slt i32 %column.0, %sub12
  br i1 %cmp13, label %for.body, label %for.end80

for.body:                                         ; preds = %for.cond
  %cmp.i = icmp slt i32 %column.0, %sub10
  %column.0.sub10 = select i1 %cmp.i, i32 %column.0, i32 %sub10
  %idx.ext = sext i32 %column.0.sub10 to i64
  %add.ptr = getelementptr inbounds <4 x float>, ptr %table, i64 %idx.ext
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.cond.cleanup26.i, %for.body
  %i.i.0 = phi i32 [ %add, %for.body ], [ %add36.i, %for.cond.cleanup26.i ]
  %sum.i.0 = phi <4 x float> [ zeroinitializer, %for.body ], [ %sum.i.2, %for.cond.cleanup26.i ]
  %mul.i = mul nsw i32 4, %div4
  %add.i = add nsw i32 %i.i.0, %mul.i
  %cmp.i1 = icmp slt i32 %add.i, %3
  br i1 %cmp.i1, label %for.body.i, label %for.cond38.i

for.body.i:                                       ; preds = %for.cond.i
  call void @llvm.lifetime.start.p0(ptr %row.i) #4
  call void @llvm.lifetime.start.p0(ptr %value.i) #4
  br label %for.cond1.i

for.cond1.i:                                      ; preds = %for.body3.i, %for.body.i
  %r.i.0 = phi i32 [ 0, %for.body.i ], [ %inc.i, %for.body3.i ]
  %cmp2.i = icmp slt i32 %r.i.0, 5
  br i1 %cmp2.i, label %for.body3.i, label %for.cond9.i

for.body3.i:                                      ; preds = %for.cond1.i
  %mul4.i = mul nsw i32 %r.i.0, %div4
  %add5.i = add nsw i32 %i.i.0, %mul4.i
  %idxprom.i = sext i32 %add5.i to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %index, i64 %idxprom.i
  %4 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %conv.i = sext i32 %4 to i64
  %idxprom6.i = sext i32 %r.i.0 to i64
  %arrayidx7.i = getelementptr inbounds [5 x i64], ptr %row.i, i64 0, i64 %idxprom6.i
  store i64 %conv.i, ptr %arrayidx7.i, align 8, !tbaa !9
  %inc.i = add nsw i32 %r.i.0, 1
  br label %for.cond1.i, !llvm.loop !11

for.cond9.i:                                      ; preds = %for.cond1.i, %for.body12.i
  %r8.i.0 = phi i32 [ %inc21.i, %for.body12.i ], [ 0, %for.cond1.i ]
  %cmp10.i = icmp slt i32 %r8.i.0, 5
  br i1 %cmp10.i, label %for.body12.i, label %for.cond24.i

for.body12.i:                                     ; preds = %for.cond9.i
  %idxprom13.i = sext i32 %r8.i.0 to i64
  %arrayidx14.i = getelementptr inbounds [5 x i64], ptr %row.i, i64 0, i64 %idxprom13.i
  %5 = load i64, ptr %arrayidx14.i, align 8, !tbaa !9
  %conv15.i = sext i32 %div to i64
  %mul16.i = mul nsw i64 %5, %conv15.i
  %arrayidx17.i = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul16.i
  %6 = load <4 x float>, ptr %arrayidx17.i, align 16, !tbaa !13
  %arrayidx19.i = getelementptr inbounds [5 x <4 x float>], ptr %value.i, i64 0, i64 %idxprom13.i
  store <4 x float> %6, ptr %arrayidx19.i, align 16, !tbaa !13
  %inc21.i = add nsw i32 %r8.i.0, 1
  br label %for.cond9.i, !llvm.loop !14

for.cond24.i:                                     ; preds = %for.cond9.i, %for.body27.i
  %r23.i.0 = phi i32 [ %inc32.i, %for.body27.i ], [ 0, %for.cond9.i ]
  %sum.i.2 = phi <4 x float> [ %add30.i, %for.body27.i ], [ %sum.i.0, %for.cond9.i ]
  %cmp25.i = icmp slt i32 %r23.i.0, 5
  br i1 %cmp25.i, label %for.body27.i, label %for.cond.cleanup26.i

for.cond.cleanup26.i:                             ; preds = %for.cond24.i
  call void @llvm.lifetime.end.p0(ptr %value.i) #4
  call void @llvm.lifetime.end.p0(ptr %row.i) #4
  %mul35.i = mul nsw i32 5, %div4
  %add36.i = add nsw i32 %i.i.0, %mul35.i
  br label %for.cond.i, !llvm.loop !15

for.body27.i:                                     ; preds = %for.cond24.i
  %idxprom28.i = sext i32 %r23.i.0 to i64
  %arrayidx29.i = getelementptr inbounds [5 x <4 x float>], ptr %value.i, i64 0, i64 %idxprom28.i
  %7 = load <4 x float>, ptr %arrayidx29.i, align 16, !tbaa !13
  %add30.i = fadd contract <4 x float> %sum.i.2, %7
  %inc32.i = add nsw i32 %r23.i.0, 1
  br label %for.cond24.i, !llvm.loop !16

for.cond38.i:                                     ; preds = %for.cond.i, %for.body40.i
  %i.i.1 = phi i32 [ %add49.i, %for.body40.i ], [ %i.i.0, %for.cond.i ]
  %sum.i.1 = phi <4 x float> [ %add47.i, %for.body40.i ], [ %sum.i.0, %for.cond.i ]
  %cmp39.i = icmp slt i32 %i.i.1, %3
  br i1 %cmp39.i, label %for.body40.i, label %for.cond17

for.body40.i:                                     ; preds = %for.cond38.i
  %idxprom41.i = sext i32 %i.i.1 to i64
  %arrayidx42.i = getelementptr inbounds i32, ptr %index, i64 %idxprom41.i
  %8 = load i32, ptr %arrayidx42.i, align 4, !tbaa !3
  %conv43.i = sext i32 %8 to i64
  %conv44.i = sext i32 %div to i64
  %mul45.i = mul nsw i64 %conv43.i, %conv44.i
  %arrayidx46.i = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul45.i
  %9 = load <4 x float>, ptr %arrayidx46.i, align 16, !tbaa !13
  %add47.i = fadd contract <4 x float> %sum.i.1, %9
  %add49.i = add nsw i32 %i.i.1, %div4
  br label %for.cond38.i, !llvm.loop !17

for.cond17:                                       ; preds = %for.cond38.i, %for.inc28
  %sum.0 = phi <4 x float> [ %sum.1, %for.inc28 ], [ %sum.i.1, %for.cond38.i ]
  %away.0 = phi i32 [ %mul29, %for.inc28 ], [ %lanes.0, %for.cond38.i ]
  %cmp18 = icmp slt i32 %away.0, 32
  br i1 %cmp18, label %for.cond21, label %for.cond31

for.cond21:                                       ; preds = %for.cond17, %for.body24
  %sum.1 = phi <4 x float> [ %vecins, %for.body24 ], [ %sum.0, %for.cond17 ]
  %c.0 = phi i32 [ %inc, %for.body24 ], [ 0, %for.cond17 ]
  %cmp22 = icmp slt i32 %c.0, 4
  br i1 %cmp22, label %for.body24, label %for.inc28

for.body24:                                       ; preds = %for.cond21
  %vecext = extractelement <4 x float> %sum.1, i32 %c.0
  %10 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %vecext, i32 %away.0, i32 31)
  %add27 = fadd contract float %vecext, %10
  %vecins = insertelement <4 x float> %sum.1, float %add27, i32 %c.0
  %inc = add nsw i32 %c.0, 1
  br label %for.cond21, !llvm.loop !19

for.inc28:                                        ; preds = %for.cond21
  %mul29 = mul nsw i32 %away.0, 2
  br label %for.cond17, !llvm.loop !20

for.cond31:                                       ; preds = %for.cond17, %for.inc75
  %from.0 = phi i32 [ %add76, %for.inc75 ], [ 0, %for.cond17 ]
  %cmp32 = icmp slt i32 %from.0, %samples
  br i1 %cmp32, label %for.body34, label %for.inc78

for.body34:                                       ; preds = %for.cond31
  %add36 = add i32 %from.0, %1
  %cmp37 = icmp slt i32 %add36, %samples
  br i1 %cmp37, label %land.rhs38, label %land.end42

land.rhs38:                                       ; preds = %for.body34
  %idxprom39 = sext i32 %add36 to i64
  %arrayidx40 = getelementptr inbounds i32, ptr %inverse, i64 %idxprom39
  %11 = load i32, ptr %arrayidx40, align 4, !tbaa !3
  %cmp41 = icmp eq i32 %11, %0
  br label %land.end42

land.end42:                                       ; preds = %land.rhs38, %for.body34
  %12 = phi i1 [ false, %for.body34 ], [ %cmp41, %land.rhs38 ]
  %13 = call noundef i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %12)
  br label %for.cond44

for.cond44:                                       ; preds = %for.body47, %land.end42
  %found.0 = phi i32 [ %13, %land.end42 ], [ %and, %for.body47 ]
  %skip.0 = phi i32 [ 0, %land.end42 ], [ %inc50, %for.body47 ]
  %cmp45 = icmp slt i32 %skip.0, %div3
  br i1 %cmp45, label %for.body47, label %while.cond52

for.body47:                                       ; preds = %for.cond44
  %sub48 = sub i32 %found.0, 1
  %and = and i32 %found.0, %sub48
  %inc50 = add nsw i32 %skip.0, 1
  br label %for.cond44, !llvm.loop !21

while.cond52:                                     ; preds = %for.cond65, %for.cond44
  %found.1 = phi i32 [ %found.0, %for.cond44 ], [ %found.2, %for.cond65 ]
  %cmp53 = icmp ne i32 %found.1, 0
  br i1 %cmp53, label %while.body54, label %for.inc75

while.body54:                                     ; preds = %while.cond52
  %14 = call i32 @llvm.cttz.i32(i32 %found.1, i1 true)
  %15 = add i32 %14, 1
  %add56 = add nsw i32 %from.0, %15
  %sub57 = sub nsw i32 %add56, 1
  %cmp58 = icmp slt i32 %column.0, %div
  br i1 %cmp58, label %if.then, label %if.end

if.then:                                          ; preds = %while.body54
  %conv = sext i32 %sub57 to i64
  %conv59 = sext i32 %div to i64
  %mul60 = mul nsw i64 %conv, %conv59
  %conv61 = sext i32 %column.0 to i64
  %add62 = add nsw i64 %mul60, %conv61
  %arrayidx63 = getelementptr inbounds <4 x float>, ptr %out, i64 %add62
  store <4 x float> %sum.0, ptr %arrayidx63, align 16, !tbaa !13
  br label %if.end

if.end:                                           ; preds = %if.then, %while.body54
  br label %for.cond65

for.cond65:                                       ; preds = %for.body68, %if.end
  %found.2 = phi i32 [ %found.1, %if.end ], [ %and70, %for.body68 ]
  %skip64.0 = phi i32 [ 0, %if.end ], [ %inc72, %for.body68 ]
  %cmp66 = icmp slt i32 %skip64.0, %div4
  br i1 %cmp66, label %for.body68, label %while.cond52, !llvm.loop !22

for.body68:                                       ; preds = %for.cond65
  %sub69 = sub i32 %found.2, 1
  %and70 = and i32 %found.2, %sub69
  %inc72 = add nsw i32 %skip64.0, 1
  br label %for.cond65, !llvm.loop !23

for.inc75:                                        ; preds = %while.cond52
  %add76 = add nsw i32 %from.0, 32
  br label %for.cond31, !llvm.loop !24

for.inc78:                                        ; preds = %for.cond31
  %add79 = add nsw i32 %column.0, %lanes.0
  br label %for.cond, !llvm.loop !25

for.end80:                                        ; preds = %for.cond
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
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.vote.ballot.sync(i32, i1) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.cttz.i32(i32, i1 immarg) #2

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
!9 = !{!10, !10, i64 0}
!10 = !{!"long", !5, i64 0}
!11 = distinct !{!11, !8, !12}
!12 = !{!"llvm.loop.unroll.enable"}
!13 = !{!5, !5, i64 0}
!14 = distinct !{!14, !8, !12}
!15 = distinct !{!15, !8}
!16 = distinct !{!16, !8, !12}
!17 = distinct !{!17, !8, !18}
!18 = !{!"llvm.loop.unroll.disable"}
!19 = distinct !{!19, !8, !12}
!20 = distinct !{!20, !8}
!21 = distinct !{!21, !8}
!22 = distinct !{!22, !8}
!23 = distinct !{!23, !8}
!24 = distinct !{!24, !8, !18}
!25 = distinct !{!25, !8, !18}
