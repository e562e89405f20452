source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bfs_start(ptr noalias noundef %level, ptr noalias noundef %frontier, ptr noalias noundef %visited, ptr noalias noundef %reached, i32 noundef %nodes, i32 noundef %root) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %cmp3 = icmp eq i32 %add, %root
  %cond = select i1 %cmp3, i32 0, i32 -1
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %level, i64 %idxprom
  store i32 %cond, ptr %arrayidx, align 4, !tbaa !3
  %conv = zext i1 %cmp3 to i32
  %arrayidx6 = getelementptr inbounds i32, ptr %frontier, i64 %idxprom
  store i32 %conv, ptr %arrayidx6, align 4, !tbaa !3
  %arrayidx10 = getelementptr inbounds i32, ptr %visited, i64 %idxprom
  store i32 %conv, ptr %arrayidx10, align 4, !tbaa !3
  %arrayidx12 = getelementptr inbounds i32, ptr %reached, i64 %idxprom
  store i32 0, ptr %arrayidx12, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bfs_expand(ptr noalias noundef %start, ptr noalias noundef %column, ptr noalias noundef %level, ptr noalias noundef %frontier, ptr noalias noundef %visited, ptr noalias noundef %reached, i32 noundef %nodes, i32 noundef %hop) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %rem = urem i32 %2, 32
  %cmp = icmp slt i32 %add, %nodes
  br i1 %cmp, label %land.lhs.true, label %if.end

land.lhs.true:                                    ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %frontier, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %tobool = icmp ne i32 %3, 0
  br i1 %tobool, label %if.then, label %if.end

if.then:                                          ; preds = %land.lhs.true
  store i32 0, ptr %arrayidx, align 4, !tbaa !3
  %arrayidx7 = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %4 = load i32, ptr %arrayidx7, align 4, !tbaa !3
  %add8 = add nsw i32 %add, 1
  %idxprom9 = sext i32 %add8 to i64
  %arrayidx10 = getelementptr inbounds i32, ptr %start, i64 %idxprom9
  %5 = load i32, ptr %arrayidx10, align 4, !tbaa !3
  br label %if.end

if.end:                                           ; preds = %if.then, %land.lhs.true, %entry
  %last.0 = phi i32 [ %5, %if.then ], [ 0, %land.lhs.true ], [ 0, %entry ]
  %first.0 = phi i32 [ %4, %if.then ], [ 0, %land.lhs.true ], [ 0, %entry ]
  %sub = sub nsw i32 %last.0, %first.0
  %cmp11 = icmp sge i32 %sub, 16
  %6 = call noundef i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %cmp11)
  br label %while.cond

while.cond:                                       ; preds = %for.cond, %if.end
  %hubs.0 = phi i32 [ %6, %if.end ], [ %and, %for.cond ]
  %cmp13 = icmp ne i32 %hubs.0, 0
  br i1 %cmp13, label %while.body, label %while.end

while.body:                                       ; preds = %while.cond
  %7 = call i32 @llvm.cttz.i32(i32 %hubs.0, i1 true)
  %sub16 = sub i32 %hubs.0, 1
  %and = and i32 %hubs.0, %sub16
  %8 = call noundef i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %first.0, i32 %7, i32 31)
  %9 = call noundef i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %last.0, i32 %7, i32 31)
  %add19 = add nsw i32 %8, %rem
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %while.body
  %edge.0 = phi i32 [ %add19, %while.body ], [ %add33, %for.inc ]
  %cmp20 = icmp slt i32 %edge.0, %9
  br i1 %cmp20, label %for.body, label %while.cond, !llvm.loop !7

for.body:                                         ; preds = %for.cond
  %idxprom21 = sext i32 %edge.0 to i64
  %arrayidx22 = getelementptr inbounds i32, ptr %column, i64 %idxprom21
  %10 = load i32, ptr %arrayidx22, align 4, !tbaa !3
  %idxprom23 = sext i32 %10 to i64
  %arrayidx24 = getelementptr inbounds i32, ptr %visited, i64 %idxprom23
  %11 = load i32, ptr %arrayidx24, align 4, !tbaa !3
  %tobool25 = icmp ne i32 %11, 0
  br i1 %tobool25, label %for.inc, label %if.then26

if.then26:                                        ; preds = %for.body
  %add27 = add nsw i32 %hop, 1
  %arrayidx29 = getelementptr inbounds i32, ptr %level, i64 %idxprom23
  store i32 %add27, ptr %arrayidx29, align 4, !tbaa !3
  %arrayidx31 = getelementptr inbounds i32, ptr %reached, i64 %idxprom23
  store i32 1, ptr %arrayidx31, align 4, !tbaa !3
  br label %for.inc

for.inc:                                          ; preds = %for.body, %if.then26
  %add33 = add nsw i32 %edge.0, 32
  br label %for.cond, !llvm.loop !9

while.end:                                        ; preds = %while.cond
  %cmp35 = icmp slt i32 %sub, 16
  br i1 %cmp35, label %for.cond38, label %if.end57

for.cond38:                                       ; preds = %while.end, %for.inc55
  %edge37.0 = phi i32 [ %inc, %for.inc55 ], [ %first.0, %while.end ]
  %cmp39 = icmp slt i32 %edge37.0, %last.0
  br i1 %cmp39, label %for.body41, label %if.end57

for.body41:                                       ; preds = %for.cond38
  %idxprom43 = sext i32 %edge37.0 to i64
  %arrayidx44 = getelementptr inbounds i32, ptr %column, i64 %idxprom43
  %12 = load i32, ptr %arrayidx44, align 4, !tbaa !3
  %idxprom45 = sext i32 %12 to i64
  %arrayidx46 = getelementptr inbounds i32, ptr %visited, i64 %idxprom45
  %13 = load i32, ptr %arrayidx46, align 4, !tbaa !3
  %tobool47 = icmp ne i32 %13, 0
  br i1 %tobool47, label %for.inc55, label %if.then48

if.then48:                                        ; preds = %for.body41
  %add49 = add nsw i32 %hop, 1
  %arrayidx51 = getelementptr inbounds i32, ptr %level, i64 %idxprom45
  store i32 %add49, ptr %arrayidx51, align 4, !tbaa !3
  %arrayidx53 = getelementptr inbounds i32, ptr %reached, i64 %idxprom45
  store i32 1, ptr %arrayidx53, align 4, !tbaa !3
  br label %for.inc55

for.inc55:                                        ; preds = %for.body41, %if.then48
  %inc = add nsw i32 %edge37.0, 1
  br label %for.cond38, !llvm.loop !10

if.end57:                                         ; preds = %for.cond38, %while.end
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bfs_commit(ptr noalias noundef %frontier, ptr noalias noundef %visited, ptr noalias noundef %reached, ptr noalias noundef %again, i32 noundef %nodes) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %mul3 = mul i32 %add, 4
  %add4 = add nsw i32 %mul3, 4
  %cmp = icmp sle i32 %add4, %nodes
  br i1 %cmp, label %if.then, label %for.cond

if.then:                                          ; preds = %entry
  %idx.ext = sext i32 %mul3 to i64
  %add.ptr = getelementptr inbounds i32, ptr %reached, i64 %idx.ext
  %3 = load <4 x i32>, ptr %add.ptr, align 16, !tbaa !11
  %4 = extractelement <4 x i32> %3, i64 0
  %tobool = icmp ne i32 %4, 0
  br i1 %tobool, label %if.then5, label %if.end

if.then5:                                         ; preds = %if.then
  call void @llvm.experimental.noalias.scope.decl(metadata !12)
  call void @llvm.experimental.noalias.scope.decl(metadata !15)
  call void @llvm.experimental.noalias.scope.decl(metadata !17)
  call void @llvm.experimental.noalias.scope.decl(metadata !19)
  store i32 0, ptr %add.ptr, align 4, !tbaa !3
  %arrayidx2.i = getelementptr inbounds i32, ptr %frontier, i64 %idx.ext
  store i32 1, ptr %arrayidx2.i, align 4, !tbaa !3
  %arrayidx4.i = getelementptr inbounds i32, ptr %visited, i64 %idx.ext
  store i32 1, ptr %arrayidx4.i, align 4, !tbaa !3
  store i32 1, ptr %again, align 4, !tbaa !3
  br label %if.end

if.end:                                           ; preds = %if.then5, %if.then
  %5 = extractelement <4 x i32> %3, i64 1
  %tobool6 = icmp ne i32 %5, 0
  br i1 %tobool6, label %if.then7, label %if.end9

if.then7:                                         ; preds = %if.end
  %add8 = add nsw i32 %mul3, 1
  call void @llvm.experimental.noalias.scope.decl(metadata !21)
  call void @llvm.experimental.noalias.scope.decl(metadata !24)
  call void @llvm.experimental.noalias.scope.decl(metadata !26)
  call void @llvm.experimental.noalias.scope.decl(metadata !28)
  %idxprom.i6 = sext i32 %add8 to i64
  %arrayidx.i7 = getelementptr inbounds i32, ptr %reached, i64 %idxprom.i6
  store i32 0, ptr %arrayidx.i7, align 4, !tbaa !3
  %arrayidx2.i9 = getelementptr inbounds i32, ptr %frontier, i64 %idxprom.i6
  store i32 1, ptr %arrayidx2.i9, align 4, !tbaa !3
  %arrayidx4.i11 = getelementptr inbounds i32, ptr %visited, i64 %idxprom.i6
  store i32 1, ptr %arrayidx4.i11, align 4, !tbaa !3
  store i32 1, ptr %again, align 4, !tbaa !3
  br label %if.end9

if.end9:                                          ; preds = %if.then7, %if.end
  %6 = extractelement <4 x i32> %3, i64 2
  %tobool10 = icmp ne i32 %6, 0
  br i1 %tobool10, label %if.then11, label %if.end13

if.then11:                                        ; preds = %if.end9
  %add12 = add nsw i32 %mul3, 2
  call void @llvm.experimental.noalias.scope.decl(metadata !30)
  call void @llvm.experimental.noalias.scope.decl(metadata !33)
  call void @llvm.experimental.noalias.scope.decl(metadata !35)
  call void @llvm.experimental.noalias.scope.decl(metadata !37)
  %idxprom.i17 = sext i32 %add12 to i64
  %arrayidx.i18 = getelementptr inbounds i32, ptr %reached, i64 %idxprom.i17
  store i32 0, ptr %arrayidx.i18, align 4, !tbaa !3
  %arrayidx2.i20 = getelementptr inbounds i32, ptr %frontier, i64 %idxprom.i17
  store i32 1, ptr %arrayidx2.i20, align 4, !tbaa !3
  %arrayidx4.i22 = getelementptr inbounds i32, ptr %visited, i64 %idxprom.i17
  store i32 1, ptr %arrayidx4.i22, align 4, !tbaa !3
  store i32 1, ptr %again, align 4, !tbaa !3
  br label %if.end13

if.end13:                                         ; preds = %if.then11, %if.end9
  %7 = extractelement <4 x i32> %3, i64 3
  %tobool14 = icmp ne i32 %7, 0
  br i1 %tobool14, label %if.then15, label %if.end22

if.then15:                                        ; preds = %if.end13
  %add16 = add nsw i32 %mul3, 3
  call void @llvm.experimental.noalias.scope.decl(metadata !39)
  call void @llvm.experimental.noalias.scope.decl(metadata !42)
  call void @llvm.experimental.noalias.scope.decl(metadata !44)
  call void @llvm.experimental.noalias.scope.decl(metadata !46)
  %idxprom.i28 = sext i32 %add16 to i64
  %arrayidx.i29 = getelementptr inbounds i32, ptr %reached, i64 %idxprom.i28
  store i32 0, ptr %arrayidx.i29, align 4, !tbaa !3
  %arrayidx2.i31 = getelementptr inbounds i32, ptr %frontier, i64 %idxprom.i28
  store i32 1, ptr %arrayidx2.i31, align 4, !tbaa !3
  %arrayidx4.i33 = getelementptr inbounds i32, ptr %visited, i64 %idxprom.i28
  store i32 1, ptr %arrayidx4.i33, align 4, !tbaa !3
  store i32 1, ptr %again, align 4, !tbaa !3
  br label %if.end22

for.cond:                                         ; preds = %entry, %for.inc
  %i.0 = phi i32 [ %inc, %for.inc ], [ %mul3, %entry ]
  %cmp18 = icmp slt i32 %i.0, %nodes
  br i1 %cmp18, label %for.body, label %if.end22

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %reached, i64 %idxprom
  %8 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %tobool19 = icmp ne i32 %8, 0
  br i1 %tobool19, label %if.then20, label %for.inc

if.then20:                                        ; preds = %for.body
  call void @llvm.experimental.noalias.scope.decl(metadata !48)
  call void @llvm.experimental.noalias.scope.decl(metadata !51)
  call void @llvm.experimental.noalias.scope.decl(metadata !53)
  call void @llvm.experimental.noalias.scope.decl(metadata !55)
  store i32 0, ptr %arrayidx, align 4, !tbaa !3
  %arrayidx2.i42 = getelementptr inbounds i32, ptr %frontier, i64 %idxprom
  store i32 1, ptr %arrayidx2.i42, align 4, !tbaa !3
  %arrayidx4.i44 = getelementptr inbounds i32, ptr %visited, i64 %idxprom
  store i32 1, ptr %arrayidx4.i44, align 4, !tbaa !3
  store i32 1, ptr %again, align 4, !tbaa !3
  br label %for.inc

for.inc:                                          ; preds = %for.body, %if.then20
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !57

if.end22:                                         ; preds = %for.cond, %if.end13, %if.then15
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.vote.ballot.sync(i32, i1) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare i32 @llvm.cttz.i32(i32, i1 immarg) #1

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.idx.i32(i32, i32, i32, i32) #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }

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
!9 = distinct !{!9, !8}
!10 = distinct !{!10, !8}
!11 = !{!5, !5, i64 0}
!12 = !{!13}
!13 = distinct !{!13, !14, !"_ZL6commitPiS_S_S_i: %frontier"}
!14 = distinct !{!14, !"_ZL6commitPiS_S_S_i"}
!15 = !{!16}
!16 = distinct !{!16, !14, !"_ZL6commitPiS_S_S_i: %visited"}
!17 = !{!18}
!18 = distinct !{!18, !14, !"_ZL6commitPiS_S_S_i: %reached"}
!19 = !{!20}
!20 = distinct !{!20, !14, !"_ZL6commitPiS_S_S_i: %again"}
!21 = !{!22}
!22 = distinct !{!22, !23, !"_ZL6commitPiS_S_S_i: %frontier"}
!23 = distinct !{!23, !"_ZL6commitPiS_S_S_i"}
!24 = !{!25}
!25 = distinct !{!25, !23, !"_ZL6commitPiS_S_S_i: %visited"}
!26 = !{!27}
!27 = distinct !{!27, !23, !"_ZL6commitPiS_S_S_i: %reached"}
!28 = !{!29}
!29 = distinct !{!29, !23, !"_ZL6commitPiS_S_S_i: %again"}
!30 = !{!31}
!31 = distinct !{!31, !32, !"_ZL6commitPiS_S_S_i: %frontier"}
!32 = distinct !{!32, !"_ZL6commitPiS_S_S_i"}
!33 = !{!34}
!34 = distinct !{!34, !32, !"_ZL6commitPiS_S_S_i: %visited"}
!35 = !{!36}
!36 = distinct !{!36, !32, !"_ZL6commitPiS_S_S_i: %reached"}
!37 = !{!38}
!38 = distinct !{!38, !32, !"_ZL6commitPiS_S_S_i: %again"}
!39 = !{!40}
!40 = distinct !{!40, !41, !"_ZL6commitPiS_S_S_i: %frontier"}
!41 = distinct !{!41, !"_ZL6commitPiS_S_S_i"}
!42 = !{!43}
!43 = distinct !{!43, !41, !"_ZL6commitPiS_S_S_i: %visited"}
!44 = !{!45}
!45 = distinct !{!45, !41, !"_ZL6commitPiS_S_S_i: %reached"}
!46 = !{!47}
!47 = distinct !{!47, !41, !"_ZL6commitPiS_S_S_i: %again"}
!48 = !{!49}
!49 = distinct !{!49, !50, !"_ZL6commitPiS_S_S_i: %frontier"}
!50 = distinct !{!50, !"_ZL6commitPiS_S_S_i"}
!51 = !{!52}
!52 = distinct !{!52, !50, !"_ZL6commitPiS_S_S_i: %visited"}
!53 = !{!54}
!54 = distinct !{!54, !50, !"_ZL6commitPiS_S_S_i: %reached"}
!55 = !{!56}
!56 = distinct !{!56, !50, !"_ZL6commitPiS_S_S_i: %again"}
!57 = distinct !{!57, !8}
