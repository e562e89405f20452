source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ8walk_hopE4from = internal addrspace(3) global i32 undef, align 4
@_ZZ8walk_hopE5found = internal addrspace(3) global [64 x float] undef, align 4
@_ZZ8walk_hopE8found_id = internal addrspace(3) global [64 x i32] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @walk_start(ptr noundef %base, ptr noundef %query, ptr noundef %distance, ptr noundef %id, ptr noundef %expanded, ptr noundef %seen, i32 noundef %n, i32 noundef %dim, i32 noundef %list) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %add = add nsw i32 %n, 31
  %div = sdiv i32 %add, 32
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ %1, %entry ], [ %add7, %for.body ]
  %cmp = icmp slt i32 %i.0, %div
  br i1 %cmp, label %for.body, label %for.cond10

for.body:                                         ; preds = %for.cond
  %cmp2 = icmp eq i32 %i.0, 0
  %cond = select i1 %cmp2, i32 1, i32 0
  %conv = sext i32 %0 to i64
  %conv3 = sext i32 %div to i64
  %mul = mul nsw i64 %conv, %conv3
  %conv4 = sext i32 %i.0 to i64
  %add5 = add nsw i64 %mul, %conv4
  %arrayidx = getelementptr inbounds i32, ptr %seen, i64 %add5
  store i32 %cond, ptr %arrayidx, align 4, !tbaa !3
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add7 = add i32 %i.0, %2
  br label %for.cond, !llvm.loop !7

for.cond10:                                       ; preds = %for.cond, %cond.end
  %i8.0 = phi i32 [ %add35, %cond.end ], [ %1, %for.cond ]
  %cmp11 = icmp slt i32 %i8.0, %list
  br i1 %cmp11, label %for.body13, label %for.end36

for.body13:                                       ; preds = %for.cond10
  %cmp14 = icmp eq i32 %i8.0, 0
  br i1 %cmp14, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body13
  %conv15 = sext i32 %0 to i64
  %conv16 = sext i32 %dim to i64
  %mul17 = mul nsw i64 %conv15, %conv16
  %add.ptr = getelementptr inbounds float, ptr %query, i64 %mul17
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %cond.true
  %d.i.0 = phi i32 [ 0, %cond.true ], [ %inc.i, %for.body.i ]
  %sum.i.0 = phi float [ 0.000000e+00, %cond.true ], [ %add.i, %for.body.i ]
  %cmp.i = icmp slt i32 %d.i.0, %dim
  br i1 %cmp.i, label %for.body.i, label %cond.end

for.body.i:                                       ; preds = %for.cond.i
  %idxprom.i = sext i32 %d.i.0 to i64
  %arrayidx.i = getelementptr inbounds float, ptr %base, i64 %idxprom.i
  %3 = load float, ptr %arrayidx.i, align 4, !tbaa !9
  %arrayidx2.i = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom.i
  %4 = load float, ptr %arrayidx2.i, align 4, !tbaa !9
  %sub.i = fsub contract float %3, %4
  %mul.i = fmul contract float %sub.i, %sub.i
  %add.i = fadd contract float %sum.i.0, %mul.i
  %inc.i = add nsw i32 %d.i.0, 1
  br label %for.cond.i, !llvm.loop !11

cond.end:                                         ; preds = %for.body13, %for.cond.i
  %cond19 = phi contract float [ %sum.i.0, %for.cond.i ], [ 0x47EFFFFFE0000000, %for.body13 ]
  %mul20 = mul nsw i32 %0, %list
  %add21 = add nsw i32 %mul20, %i8.0
  %idxprom = sext i32 %add21 to i64
  %arrayidx22 = getelementptr inbounds float, ptr %distance, i64 %idxprom
  store float %cond19, ptr %arrayidx22, align 4, !tbaa !9
  %cond24 = select i1 %cmp14, i32 0, i32 -1
  %arrayidx28 = getelementptr inbounds i32, ptr %id, i64 %idxprom
  store i32 %cond24, ptr %arrayidx28, align 4, !tbaa !3
  %arrayidx32 = getelementptr inbounds i32, ptr %expanded, i64 %idxprom
  store i32 0, ptr %arrayidx32, align 4, !tbaa !3
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add35 = add i32 %i8.0, %5
  br label %for.cond10, !llvm.loop !12

for.end36:                                        ; preds = %for.cond10
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @walk_hop(ptr noundef %base, ptr noundef %query, ptr noundef %link, ptr noundef %distance, ptr noundef %id, ptr noundef %expanded, ptr noundef %seen, ptr noundef %going, i32 noundef %n, i32 noundef %dim, i32 noundef %degree, i32 noundef %list) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %cmp = icmp eq i32 %1, 0
  br i1 %cmp, label %if.then, label %if.end17

if.then:                                          ; preds = %entry
  store i32 -1, ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE4from to ptr), align 4, !tbaa !3
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %if.then
  %i.0 = phi i32 [ 0, %if.then ], [ %inc, %for.inc ]
  %cmp2 = icmp slt i32 %i.0, %list
  br i1 %cmp2, label %for.body, label %if.end17

for.body:                                         ; preds = %for.cond
  %mul = mul nsw i32 %0, %list
  %add = add nsw i32 %mul, %i.0
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %id, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp3 = icmp sge i32 %2, 0
  br i1 %cmp3, label %land.lhs.true, label %for.inc

land.lhs.true:                                    ; preds = %for.body
  %arrayidx7 = getelementptr inbounds i32, ptr %expanded, i64 %idxprom
  %3 = load i32, ptr %arrayidx7, align 4, !tbaa !3
  %tobool = icmp ne i32 %3, 0
  br i1 %tobool, label %for.inc, label %if.then8

if.then8:                                         ; preds = %land.lhs.true
  store i32 %2, ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE4from to ptr), align 4, !tbaa !3
  store i32 1, ptr %arrayidx7, align 4, !tbaa !3
  br label %if.end17

for.inc:                                          ; preds = %for.body, %land.lhs.true
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !13

if.end17:                                         ; preds = %for.cond, %if.then8, %entry
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %4 = load i32, ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE4from to ptr), align 4, !tbaa !3
  %cmp18 = icmp slt i32 %4, 0
  br i1 %cmp18, label %cleanup.cont, label %if.end20

if.end20:                                         ; preds = %if.end17
  %cmp21 = icmp slt i32 %1, %degree
  br i1 %cmp21, label %if.then22, label %if.end55

if.then22:                                        ; preds = %if.end20
  %conv = sext i32 %4 to i64
  %conv23 = sext i32 %degree to i64
  %mul24 = mul nsw i64 %conv, %conv23
  %conv25 = sext i32 %1 to i64
  %add26 = add nsw i64 %mul24, %conv25
  %arrayidx27 = getelementptr inbounds i32, ptr %link, i64 %add26
  %5 = load i32, ptr %arrayidx27, align 4, !tbaa !3
  %add28 = add nsw i32 %n, 31
  %div = sdiv i32 %add28, 32
  %rem = srem i32 %5, 32
  %shl = shl i32 1, %rem
  %conv29 = sext i32 %0 to i64
  %conv30 = sext i32 %div to i64
  %mul31 = mul nsw i64 %conv29, %conv30
  %div32 = sdiv i32 %5, 32
  %conv33 = sext i32 %div32 to i64
  %add34 = add nsw i64 %mul31, %conv33
  %arrayidx35 = getelementptr inbounds i32, ptr %seen, i64 %add34
  %6 = atomicrmw or ptr %arrayidx35, i32 %shl seq_cst, align 4
  %and = and i32 %6, %shl
  %cmp37 = icmp eq i32 %and, 0
  br i1 %cmp37, label %cond.true, label %cond.end

cond.true:                                        ; preds = %if.then22
  %conv38 = sext i32 %5 to i64
  %conv39 = sext i32 %dim to i64
  %mul40 = mul nsw i64 %conv38, %conv39
  %add.ptr = getelementptr inbounds float, ptr %base, i64 %mul40
  %mul43 = mul nsw i64 %conv29, %conv39
  %add.ptr44 = getelementptr inbounds float, ptr %query, i64 %mul43
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %cond.true
  %d.i.0 = phi i32 [ 0, %cond.true ], [ %inc.i, %for.body.i ]
  %sum.i.0 = phi float [ 0.000000e+00, %cond.true ], [ %add.i, %for.body.i ]
  %cmp.i = icmp slt i32 %d.i.0, %dim
  br i1 %cmp.i, label %for.body.i, label %cond.end

for.body.i:                                       ; preds = %for.cond.i
  %idxprom.i = sext i32 %d.i.0 to i64
  %arrayidx.i = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom.i
  %7 = load float, ptr %arrayidx.i, align 4, !tbaa !9
  %arrayidx2.i = getelementptr inbounds float, ptr %add.ptr44, i64 %idxprom.i
  %8 = load float, ptr %arrayidx2.i, align 4, !tbaa !9
  %sub.i = fsub contract float %7, %8
  %mul.i = fmul contract float %sub.i, %sub.i
  %add.i = fadd contract float %sum.i.0, %mul.i
  %inc.i = add nsw i32 %d.i.0, 1
  br label %for.cond.i, !llvm.loop !11

cond.end:                                         ; preds = %if.then22, %for.cond.i
  %cond = phi contract float [ %sum.i.0, %for.cond.i ], [ 0x47EFFFFFE0000000, %if.then22 ]
  %arrayidx47 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %conv25
  store float %cond, ptr %arrayidx47, align 4, !tbaa !9
  %. = select i1 %cmp37, i32 %5, i32 -1
  %arrayidx54 = getelementptr inbounds [64 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE8found_id to ptr), i64 0, i64 %conv25
  store i32 %., ptr %arrayidx54, align 4, !tbaa !3
  br label %if.end55

if.end55:                                         ; preds = %cond.end, %if.end20
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br i1 %cmp, label %for.cond58, label %cleanup.cont

for.cond58:                                       ; preds = %if.end55, %for.inc143
  %j.0 = phi i32 [ %inc144, %for.inc143 ], [ 0, %if.end55 ]
  %cmp59 = icmp slt i32 %j.0, %degree
  br i1 %cmp59, label %for.body61, label %for.end146

for.body61:                                       ; preds = %for.cond58
  %idxprom62 = sext i32 %j.0 to i64
  %arrayidx63 = getelementptr inbounds [64 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE8found_id to ptr), i64 0, i64 %idxprom62
  %9 = load i32, ptr %arrayidx63, align 4, !tbaa !3
  %cmp64 = icmp slt i32 %9, 0
  br i1 %cmp64, label %for.inc143, label %while.cond

while.cond:                                       ; preds = %for.body61, %if.end123
  %at.0 = phi i32 [ %dec, %if.end123 ], [ %list, %for.body61 ]
  %cmp67 = icmp sgt i32 %at.0, 0
  br i1 %cmp67, label %land.rhs, label %while.end

land.rhs:                                         ; preds = %while.cond
  %arrayidx69 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom62
  %10 = load float, ptr %arrayidx69, align 4, !tbaa !9
  %mul70 = mul nsw i32 %0, %list
  %add71 = add nsw i32 %mul70, %at.0
  %sub = sub nsw i32 %add71, 1
  %idxprom72 = sext i32 %sub to i64
  %arrayidx73 = getelementptr inbounds float, ptr %distance, i64 %idxprom72
  %11 = load float, ptr %arrayidx73, align 4, !tbaa !9
  %cmp74 = fcmp contract olt float %10, %11
  br i1 %cmp74, label %while.body, label %lor.rhs

lor.rhs:                                          ; preds = %land.rhs
  %cmp82 = fcmp contract oeq float %10, %11
  br i1 %cmp82, label %land.rhs83, label %while.end

land.rhs83:                                       ; preds = %lor.rhs
  %12 = load i32, ptr %arrayidx63, align 4, !tbaa !3
  %arrayidx90 = getelementptr inbounds i32, ptr %id, i64 %idxprom72
  %13 = load i32, ptr %arrayidx90, align 4, !tbaa !3
  %cmp91 = icmp slt i32 %12, %13
  br i1 %cmp91, label %while.body, label %while.end

while.body:                                       ; preds = %land.rhs, %land.rhs83
  %dec = add nsw i32 %at.0, -1
  %cmp94 = icmp slt i32 %at.0, %list
  br i1 %cmp94, label %if.then95, label %if.end123

if.then95:                                        ; preds = %while.body
  %mul96 = mul nsw i32 %0, %list
  %add97 = add nsw i32 %mul96, %dec
  %idxprom98 = sext i32 %add97 to i64
  %arrayidx99 = getelementptr inbounds float, ptr %distance, i64 %idxprom98
  %14 = load float, ptr %arrayidx99, align 4, !tbaa !9
  %add102 = add nsw i32 %add97, 1
  %idxprom103 = sext i32 %add102 to i64
  %arrayidx104 = getelementptr inbounds float, ptr %distance, i64 %idxprom103
  store float %14, ptr %arrayidx104, align 4, !tbaa !9
  %arrayidx108 = getelementptr inbounds i32, ptr %id, i64 %idxprom98
  %15 = load i32, ptr %arrayidx108, align 4, !tbaa !3
  %arrayidx113 = getelementptr inbounds i32, ptr %id, i64 %idxprom103
  store i32 %15, ptr %arrayidx113, align 4, !tbaa !3
  %arrayidx117 = getelementptr inbounds i32, ptr %expanded, i64 %idxprom98
  %16 = load i32, ptr %arrayidx117, align 4, !tbaa !3
  %arrayidx122 = getelementptr inbounds i32, ptr %expanded, i64 %idxprom103
  store i32 %16, ptr %arrayidx122, align 4, !tbaa !3
  br label %if.end123

if.end123:                                        ; preds = %if.then95, %while.body
  br label %while.cond, !llvm.loop !14

while.end:                                        ; preds = %while.cond, %lor.rhs, %land.rhs83
  %cmp124 = icmp slt i32 %at.0, %list
  br i1 %cmp124, label %if.then125, label %for.inc143

if.then125:                                       ; preds = %while.end
  %arrayidx127 = getelementptr inbounds [64 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ8walk_hopE5found to ptr), i64 0, i64 %idxprom62
  %17 = load float, ptr %arrayidx127, align 4, !tbaa !9
  %mul128 = mul nsw i32 %0, %list
  %add129 = add nsw i32 %mul128, %at.0
  %idxprom130 = sext i32 %add129 to i64
  %arrayidx131 = getelementptr inbounds float, ptr %distance, i64 %idxprom130
  store float %17, ptr %arrayidx131, align 4, !tbaa !9
  %18 = load i32, ptr %arrayidx63, align 4, !tbaa !3
  %arrayidx137 = getelementptr inbounds i32, ptr %id, i64 %idxprom130
  store i32 %18, ptr %arrayidx137, align 4, !tbaa !3
  %arrayidx141 = getelementptr inbounds i32, ptr %expanded, i64 %idxprom130
  store i32 0, ptr %arrayidx141, align 4, !tbaa !3
  br label %for.inc143

for.inc143:                                       ; preds = %while.end, %if.then125, %for.body61
  %inc144 = add nsw i32 %j.0, 1
  br label %for.cond58, !llvm.loop !15

for.end146:                                       ; preds = %for.cond58
  store i32 1, ptr %going, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end17, %for.end146, %if.end55
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

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
!10 = !{!"float", !5, i64 0}
!11 = distinct !{!11, !8}
!12 = distinct !{!12, !8}
!13 = distinct !{!13, !8}
!14 = distinct !{!14, !8}
!15 = distinct !{!15, !8}
