source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @first(ptr noundef %table, ptr noundef %index, ptr noundef %start, ptr noundef %out, i32 noundef %dim) #0 !dbg !11 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x(), !dbg !14
  %idxprom = sext i32 %0 to i64, !dbg !18
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom, !dbg !18
  %1 = load i32, ptr %arrayidx, align 4, !dbg !18, !tbaa !7
  %add = add nsw i32 %0, 1, !dbg !19
  %idxprom1 = sext i32 %add to i64, !dbg !20
  %arrayidx2 = getelementptr inbounds i32, ptr %start, i64 %idxprom1, !dbg !20
  %2 = load i32, ptr %arrayidx2, align 4, !dbg !20, !tbaa !7
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x(), !dbg !21
  br label %for.cond, !dbg !24

for.cond:                                         ; preds = %for.end, %entry
  %col.0 = phi i32 [ %3, %entry ], [ %add39, %for.end ], !dbg !25
  %cmp = icmp slt i32 %col.0, %dim, !dbg !26
  br i1 %cmp, label %for.body, label %for.end40, !dbg !27

for.body:                                         ; preds = %for.cond
  %cmp4 = icmp slt i32 %1, %2, !dbg !28
  br i1 %cmp4, label %if.then, label %if.end, !dbg !28

if.then:                                          ; preds = %for.body
  %idxprom5 = sext i32 %1 to i64, !dbg !29
  %arrayidx6 = getelementptr inbounds i32, ptr %index, i64 %idxprom5, !dbg !29
  %4 = load i32, ptr %arrayidx6, align 4, !dbg !29, !tbaa !7
  %conv = sext i32 %4 to i64, !dbg !29
  %conv7 = sext i32 %dim to i64, !dbg !30
  %mul = mul nsw i64 %conv, %conv7, !dbg !31
  %conv8 = sext i32 %col.0 to i64, !dbg !32
  %add9 = add nsw i64 %mul, %conv8, !dbg !33
  %arrayidx10 = getelementptr inbounds float, ptr %table, i64 %add9, !dbg !34
  %5 = load float, ptr %arrayidx10, align 4, !dbg !34, !tbaa !35
  br label %if.end, !dbg !37

if.end:                                           ; preds = %if.then, %for.body
  %sum.0 = phi float [ %5, %if.then ], [ 0.000000e+00, %for.body ], !dbg !38
  %conv12 = sext i32 %dim to i64, !dbg !39
  %mul13 = mul nsw i64 %idxprom, %conv12, !dbg !40
  %conv14 = sext i32 %col.0 to i64, !dbg !41
  %add15 = add nsw i64 %mul13, %conv14, !dbg !42
  %arrayidx16 = getelementptr inbounds float, ptr %out, i64 %add15, !dbg !43
  store float %sum.0, ptr %arrayidx16, align 4, !dbg !44, !tbaa !35
  %add17 = add nsw i32 %1, 1, !dbg !45
  br label %for.cond18, !dbg !46

for.cond18:                                       ; preds = %for.body21, %if.end
  %sum.1 = phi float [ %sum.0, %if.end ], [ %add30, %for.body21 ], !dbg !38
  %i.0 = phi i32 [ %add17, %if.end ], [ %inc, %for.body21 ], !dbg !47
  %cmp19 = icmp slt i32 %i.0, %2, !dbg !48
  br i1 %cmp19, label %for.body21, label %for.end, !dbg !49

for.body21:                                       ; preds = %for.cond18
  %idxprom22 = sext i32 %i.0 to i64, !dbg !50
  %arrayidx23 = getelementptr inbounds i32, ptr %index, i64 %idxprom22, !dbg !50
  %6 = load i32, ptr %arrayidx23, align 4, !dbg !50, !tbaa !7
  %conv24 = sext i32 %6 to i64, !dbg !50
  %mul26 = mul nsw i64 %conv24, %conv12, !dbg !51
  %add28 = add nsw i64 %mul26, %conv14, !dbg !52
  %arrayidx29 = getelementptr inbounds float, ptr %table, i64 %add28, !dbg !53
  %7 = load float, ptr %arrayidx29, align 4, !dbg !53, !tbaa !35
  %add30 = fadd contract float %sum.1, %7, !dbg !54
  %inc = add nsw i32 %i.0, 1, !dbg !55
  br label %for.cond18, !dbg !49, !llvm.loop !56

for.end:                                          ; preds = %for.cond18
  store float %sum.1, ptr %arrayidx16, align 4, !dbg !59, !tbaa !35
  %8 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x(), !dbg !60
  %add39 = add i32 %col.0, %8, !dbg !63
  br label %for.cond, !dbg !27, !llvm.loop !64

for.end40:                                        ; preds = %for.cond
  ret void, !dbg !66
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2, !3, !4, !5, !6}
!llvm.errno.tbaa = !{!7}

!0 = distinct !DICompileUnit(language: DW_LANG_C_plus_plus_14, file: !1, isOptimized: true, runtimeVersion: 0, emissionKind: DebugDirectivesOnly, splitDebugInlining: false, nameTableKind: None)
!1 = !DIFile(filename: "kernel.cu", directory: ".")
!2 = !{i32 7, !"Dwarf Version", i32 2}
!3 = !{i32 2, !"Debug Info Version", i32 3}
!4 = !{i32 1, !"wchar_size", i32 4}
!5 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!6 = !{i32 7, !"frame-pointer", i32 2}
!7 = !{!8, !8, i64 0}
!8 = !{!"int", !9, i64 0}
!9 = !{!"omnipotent char", !10, i64 0}
!10 = !{!"Simple C++ TBAA"}
!11 = distinct !DISubprogram(name: "first", scope: !1, file: !1, line: 5, type: !12, scopeLine: 5, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!12 = !DISubroutineType(types: !13)
!13 = !{}
!14 = !DILocation(line: 31, column: 1, scope: !15, inlinedAt: !17)
!15 = distinct !DISubprogram(name: "get_x", scope: !16, file: !16, line: 31, type: !12, scopeLine: 31, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!16 = !DIFile(filename: "../../../corpus/include/warpsmith.cuh", directory: ".")
!17 = distinct !DILocation(line: 6, column: 19, scope: !11)
!18 = !DILocation(line: 7, column: 18, scope: !11)
!19 = !DILocation(line: 7, column: 45, scope: !11)
!20 = !DILocation(line: 7, column: 35, scope: !11)
!21 = !DILocation(line: 30, column: 1, scope: !22, inlinedAt: !23)
!22 = distinct !DISubprogram(name: "get_x", scope: !16, file: !16, line: 30, type: !12, scopeLine: 30, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!23 = distinct !DILocation(line: 9, column: 18, scope: !11)
!24 = !DILocation(line: 9, column: 8, scope: !11)
!25 = !DILocation(line: 9, scope: !11)
!26 = !DILocation(line: 9, column: 35, scope: !11)
!27 = !DILocation(line: 9, column: 3, scope: !11)
!28 = !DILocation(line: 11, column: 12, scope: !11)
!29 = !DILocation(line: 12, column: 25, scope: !11)
!30 = !DILocation(line: 12, column: 37, scope: !11)
!31 = !DILocation(line: 12, column: 35, scope: !11)
!32 = !DILocation(line: 12, column: 43, scope: !11)
!33 = !DILocation(line: 12, column: 41, scope: !11)
!34 = !DILocation(line: 12, column: 13, scope: !11)
!35 = !{!36, !36, i64 0}
!36 = !{!"float", !9, i64 0}
!37 = !DILocation(line: 12, column: 7, scope: !11)
!38 = !DILocation(line: 0, scope: !11)
!39 = !DILocation(line: 13, column: 21, scope: !11)
!40 = !DILocation(line: 13, column: 19, scope: !11)
!41 = !DILocation(line: 13, column: 27, scope: !11)
!42 = !DILocation(line: 13, column: 25, scope: !11)
!43 = !DILocation(line: 13, column: 5, scope: !11)
!44 = !DILocation(line: 13, column: 32, scope: !11)
!45 = !DILocation(line: 14, column: 21, scope: !11)
!46 = !DILocation(line: 14, column: 10, scope: !11)
!47 = !DILocation(line: 14, scope: !11)
!48 = !DILocation(line: 14, column: 28, scope: !11)
!49 = !DILocation(line: 14, column: 5, scope: !11)
!50 = !DILocation(line: 15, column: 26, scope: !11)
!51 = !DILocation(line: 15, column: 35, scope: !11)
!52 = !DILocation(line: 15, column: 41, scope: !11)
!53 = !DILocation(line: 15, column: 14, scope: !11)
!54 = !DILocation(line: 15, column: 11, scope: !11)
!55 = !DILocation(line: 14, column: 34, scope: !11)
!56 = distinct !{!56, !49, !57, !58}
!57 = !DILocation(line: 15, column: 46, scope: !11)
!58 = !{!"llvm.loop.mustprogress"}
!59 = !DILocation(line: 16, column: 32, scope: !11)
!60 = !DILocation(line: 32, column: 1, scope: !61, inlinedAt: !62)
!61 = distinct !DISubprogram(name: "get_x", scope: !16, file: !16, line: 32, type: !12, scopeLine: 32, flags: DIFlagPrototyped, spFlags: DISPFlagDefinition | DISPFlagOptimized, unit: !0)
!62 = distinct !DILocation(line: 9, column: 49, scope: !11)
!63 = !DILocation(line: 9, column: 46, scope: !11)
!64 = distinct !{!64, !27, !65, !58}
!65 = !DILocation(line: 17, column: 3, scope: !11)
!66 = !DILocation(line: 18, column: 1, scope: !11)
