source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @gaussian_fan1(ptr noalias noundef %a, ptr noalias noundef %factor, i32 noundef %n, i32 noundef %t) #0 {
entry:
  %add = add nsw i32 %t, 1
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add3 = add i32 %mul, %2
  %add4 = add nsw i32 %add, %add3
  %cmp = icmp slt i32 %add4, %n
  br i1 %cmp, label %if.then, label %if.end

if.then:                                          ; preds = %entry
  %mul5 = mul nsw i32 %add4, %n
  %add6 = add nsw i32 %mul5, %t
  %idxprom = sext i32 %add6 to i64
  %arrayidx = getelementptr inbounds float, ptr %a, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul7 = mul nsw i32 %t, %n
  %add8 = add nsw i32 %mul7, %t
  %idxprom9 = sext i32 %add8 to i64
  %arrayidx10 = getelementptr inbounds float, ptr %a, i64 %idxprom9
  %4 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %div = fdiv contract float %3, %4
  %idxprom11 = sext i32 %add4 to i64
  %arrayidx12 = getelementptr inbounds float, ptr %factor, i64 %idxprom11
  store float %div, ptr %arrayidx12, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @gaussian_fan2(ptr noalias noundef %a, ptr noalias noundef %b, ptr noalias noundef %factor, i32 noundef %n, i32 noundef %t) #0 {
entry:
  %times = alloca [4 x float], align 4
  %cell = alloca [4 x <4 x float>], align 16
  %div = sdiv i32 %t, 4
  %mul = mul nsw i32 %div, 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul2 = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul2, %2
  %mul4 = mul nsw i32 4, %add
  %add5 = add nsw i32 %mul, %mul4
  %add6 = add nsw i32 %t, 1
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul9 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add11 = add i32 %mul9, %5
  %mul12 = mul nsw i32 4, %add11
  %add13 = add nsw i32 %add6, %mul12
  %cmp = icmp sge i32 %add5, %n
  %cmp14 = icmp sge i32 %add13, %n
  %or.cond = select i1 %cmp, i1 true, i1 %cmp14
  br i1 %or.cond, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  call void @llvm.lifetime.start.p0(ptr %times) #4
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %r.0 = phi i32 [ 0, %if.end ], [ %inc, %for.body ]
  %cmp15 = icmp slt i32 %r.0, 4
  br i1 %cmp15, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add16 = add nsw i32 %add13, %r.0
  %sub = sub nsw i32 %n, 1
  %cmp.i = icmp slt i32 %add16, %sub
  %add16.sub = select i1 %cmp.i, i32 %add16, i32 %sub
  %idxprom = sext i32 %add16.sub to i64
  %arrayidx = getelementptr inbounds float, ptr %factor, i64 %idxprom
  %6 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom18 = sext i32 %r.0 to i64
  %arrayidx19 = getelementptr inbounds [4 x float], ptr %times, i64 0, i64 %idxprom18
  store float %6, ptr %arrayidx19, align 4, !tbaa !7
  %inc = add nsw i32 %r.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %rem = srem i32 %n, 4
  %cmp20 = icmp eq i32 %rem, 0
  br i1 %cmp20, label %if.then21, label %for.cond136

if.then21:                                        ; preds = %for.end
  %mul22 = mul nsw i32 %t, %n
  %idx.ext = sext i32 %mul22 to i64
  %add.ptr = getelementptr inbounds float, ptr %a, i64 %idx.ext
  %idx.ext23 = sext i32 %add5 to i64
  %add.ptr24 = getelementptr inbounds float, ptr %add.ptr, i64 %idx.ext23
  %7 = load <4 x float>, ptr %add.ptr24, align 16, !tbaa !12
  call void @llvm.lifetime.start.p0(ptr %cell) #4
  br label %for.cond26

for.cond26:                                       ; preds = %for.body29, %if.then21
  %r25.0 = phi i32 [ 0, %if.then21 ], [ %inc41, %for.body29 ]
  %cmp27 = icmp slt i32 %r25.0, 4
  br i1 %cmp27, label %for.body29, label %for.cond44

for.body29:                                       ; preds = %for.cond26
  %add30 = add nsw i32 %add13, %r25.0
  %sub31 = sub nsw i32 %n, 1
  %cmp.i3 = icmp slt i32 %add30, %sub31
  %add30.sub31 = select i1 %cmp.i3, i32 %add30, i32 %sub31
  %mul33 = mul nsw i32 %add30.sub31, %n
  %idx.ext34 = sext i32 %mul33 to i64
  %add.ptr35 = getelementptr inbounds float, ptr %a, i64 %idx.ext34
  %add.ptr37 = getelementptr inbounds float, ptr %add.ptr35, i64 %idx.ext23
  %8 = load <4 x float>, ptr %add.ptr37, align 16, !tbaa !12
  %idxprom38 = sext i32 %r25.0 to i64
  %arrayidx39 = getelementptr inbounds [4 x <4 x float>], ptr %cell, i64 0, i64 %idxprom38
  store <4 x float> %8, ptr %arrayidx39, align 16, !tbaa !12
  %inc41 = add nsw i32 %r25.0, 1
  br label %for.cond26, !llvm.loop !13

for.cond44:                                       ; preds = %for.cond26, %for.inc133
  %r43.0 = phi i32 [ %inc134, %for.inc133 ], [ 0, %for.cond26 ]
  %cmp45 = icmp slt i32 %r43.0, 4
  br i1 %cmp45, label %for.body47, label %for.end135

for.body47:                                       ; preds = %for.cond44
  %cmp48 = icmp slt i32 %add5, %t
  br i1 %cmp48, label %cond.true, label %cond.false

cond.true:                                        ; preds = %for.body47
  %idxprom49 = sext i32 %r43.0 to i64
  %arrayidx50 = getelementptr inbounds [4 x <4 x float>], ptr %cell, i64 0, i64 %idxprom49
  %9 = load <4 x float>, ptr %arrayidx50, align 16
  %10 = extractelement <4 x float> %9, i64 0
  br label %cond.end59

cond.false:                                       ; preds = %for.body47
  %cmp51 = icmp eq i32 %add5, %t
  br i1 %cmp51, label %cond.end59, label %cond.false53

cond.false53:                                     ; preds = %cond.false
  %idxprom54 = sext i32 %r43.0 to i64
  %arrayidx55 = getelementptr inbounds [4 x float], ptr %times, i64 0, i64 %idxprom54
  %11 = load float, ptr %arrayidx55, align 4, !tbaa !7
  %fneg = fneg contract float %11
  %12 = extractelement <4 x float> %7, i64 0
  %arrayidx57 = getelementptr inbounds [4 x <4 x float>], ptr %cell, i64 0, i64 %idxprom54
  %13 = load <4 x float>, ptr %arrayidx57, align 16
  %14 = extractelement <4 x float> %13, i64 0
  %15 = call contract noundef float @llvm.fma.f32(float %fneg, float %12, float %14)
  br label %cond.end59

cond.end59:                                       ; preds = %cond.false53, %cond.false, %cond.true
  %cond60 = phi contract float [ %10, %cond.true ], [ %15, %cond.false53 ], [ 0.000000e+00, %cond.false ]
  %idxprom61 = sext i32 %r43.0 to i64
  %arrayidx62 = getelementptr inbounds [4 x <4 x float>], ptr %cell, i64 0, i64 %idxprom61
  %16 = load <4 x float>, ptr %arrayidx62, align 16
  %17 = insertelement <4 x float> %16, float %cond60, i64 0
  store <4 x float> %17, ptr %arrayidx62, align 16
  %add63 = add nsw i32 %add5, 1
  %cmp64 = icmp slt i32 %add63, %t
  br i1 %cmp64, label %cond.true65, label %cond.false68

cond.true65:                                      ; preds = %cond.end59
  %18 = extractelement <4 x float> %17, i64 1
  br label %cond.end81

cond.false68:                                     ; preds = %cond.end59
  %cmp70 = icmp eq i32 %add63, %t
  br i1 %cmp70, label %cond.end81, label %cond.false72

cond.false72:                                     ; preds = %cond.false68
  %arrayidx74 = getelementptr inbounds [4 x float], ptr %times, i64 0, i64 %idxprom61
  %19 = load float, ptr %arrayidx74, align 4, !tbaa !7
  %fneg75 = fneg contract float %19
  %20 = extractelement <4 x float> %7, i64 1
  %21 = extractelement <4 x float> %17, i64 1
  %22 = call contract noundef float @llvm.fma.f32(float %fneg75, float %20, float %21)
  br label %cond.end81

cond.end81:                                       ; preds = %cond.false72, %cond.false68, %cond.true65
  %cond82 = phi contract float [ %18, %cond.true65 ], [ %22, %cond.false72 ], [ 0.000000e+00, %cond.false68 ]
  %23 = load <4 x float>, ptr %arrayidx62, align 16
  %24 = insertelement <4 x float> %23, float %cond82, i64 1
  store <4 x float> %24, ptr %arrayidx62, align 16
  %add85 = add nsw i32 %add5, 2
  %cmp86 = icmp slt i32 %add85, %t
  br i1 %cmp86, label %cond.true87, label %cond.false90

cond.true87:                                      ; preds = %cond.end81
  %25 = extractelement <4 x float> %24, i64 2
  br label %cond.end103

cond.false90:                                     ; preds = %cond.end81
  %cmp92 = icmp eq i32 %add85, %t
  br i1 %cmp92, label %cond.end103, label %cond.false94

cond.false94:                                     ; preds = %cond.false90
  %arrayidx96 = getelementptr inbounds [4 x float], ptr %times, i64 0, i64 %idxprom61
  %26 = load float, ptr %arrayidx96, align 4, !tbaa !7
  %fneg97 = fneg contract float %26
  %27 = extractelement <4 x float> %7, i64 2
  %28 = extractelement <4 x float> %24, i64 2
  %29 = call contract noundef float @llvm.fma.f32(float %fneg97, float %27, float %28)
  br label %cond.end103

cond.end103:                                      ; preds = %cond.false94, %cond.false90, %cond.true87
  %cond104 = phi contract float [ %25, %cond.true87 ], [ %29, %cond.false94 ], [ 0.000000e+00, %cond.false90 ]
  %30 = load <4 x float>, ptr %arrayidx62, align 16
  %31 = insertelement <4 x float> %30, float %cond104, i64 2
  store <4 x float> %31, ptr %arrayidx62, align 16
  %add107 = add nsw i32 %add5, 3
  %cmp108 = icmp eq i32 %add107, %t
  br i1 %cmp108, label %cond.end117, label %cond.false110

cond.false110:                                    ; preds = %cond.end103
  %arrayidx112 = getelementptr inbounds [4 x float], ptr %times, i64 0, i64 %idxprom61
  %32 = load float, ptr %arrayidx112, align 4, !tbaa !7
  %fneg113 = fneg contract float %32
  %33 = extractelement <4 x float> %7, i64 3
  %34 = extractelement <4 x float> %31, i64 3
  %35 = call contract noundef float @llvm.fma.f32(float %fneg113, float %33, float %34)
  br label %cond.end117

cond.end117:                                      ; preds = %cond.end103, %cond.false110
  %cond118 = phi contract float [ %35, %cond.false110 ], [ 0.000000e+00, %cond.end103 ]
  %36 = load <4 x float>, ptr %arrayidx62, align 16
  %37 = insertelement <4 x float> %36, float %cond118, i64 3
  store <4 x float> %37, ptr %arrayidx62, align 16
  %add121 = add nsw i32 %add13, %r43.0
  %cmp122 = icmp slt i32 %add121, %n
  br i1 %cmp122, label %if.then123, label %for.inc133

if.then123:                                       ; preds = %cond.end117
  %mul127 = mul nsw i32 %add121, %n
  %idx.ext128 = sext i32 %mul127 to i64
  %add.ptr129 = getelementptr inbounds float, ptr %a, i64 %idx.ext128
  %add.ptr131 = getelementptr inbounds float, ptr %add.ptr129, i64 %idx.ext23
  store <4 x float> %37, ptr %add.ptr131, align 16, !tbaa !12
  br label %for.inc133

for.inc133:                                       ; preds = %cond.end117, %if.then123
  %inc134 = add nsw i32 %r43.0, 1
  br label %for.cond44, !llvm.loop !14

for.end135:                                       ; preds = %for.cond44
  call void @llvm.lifetime.end.p0(ptr %cell) #4
  br label %if.end184

for.cond136:                                      ; preds = %for.end, %for.inc181
  %e.0 = phi i32 [ %inc182, %for.inc181 ], [ 0, %for.end ]
  %cmp137 = icmp slt i32 %e.0, 4
  br i1 %cmp137, label %for.body139, label %if.end184

for.body139:                                      ; preds = %for.cond136
  %add140 = add nsw i32 %add5, %e.0
  %cmp141 = icmp sge i32 %add140, %t
  %cmp142 = icmp slt i32 %add140, %n
  %or.cond131 = and i1 %cmp141, %cmp142
  br i1 %or.cond131, label %if.then143, label %for.inc181

if.then143:                                       ; preds = %for.body139
  %mul145 = mul nsw i32 %t, %n
  %add146 = add nsw i32 %mul145, %add140
  %idxprom147 = sext i32 %add146 to i64
  %arrayidx148 = getelementptr inbounds float, ptr %a, i64 %idxprom147
  %38 = load float, ptr %arrayidx148, align 4, !tbaa !7
  br label %for.cond150

for.cond150:                                      ; preds = %for.inc177, %if.then143
  %r149.0 = phi i32 [ 0, %if.then143 ], [ %inc178, %for.inc177 ]
  %cmp151 = icmp slt i32 %r149.0, 4
  br i1 %cmp151, label %for.body153, label %for.inc181

for.body153:                                      ; preds = %for.cond150
  %add154 = add nsw i32 %add13, %r149.0
  %cmp155 = icmp slt i32 %add154, %n
  br i1 %cmp155, label %if.then156, label %for.inc177

if.then156:                                       ; preds = %for.body153
  %cmp157 = icmp eq i32 %add140, %t
  br i1 %cmp157, label %cond.end169, label %cond.false159

cond.false159:                                    ; preds = %if.then156
  %idxprom160 = sext i32 %r149.0 to i64
  %arrayidx161 = getelementptr inbounds [4 x float], ptr %times, i64 0, i64 %idxprom160
  %39 = load float, ptr %arrayidx161, align 4, !tbaa !7
  %fneg162 = fneg contract float %39
  %mul164 = mul nsw i32 %add154, %n
  %add165 = add nsw i32 %mul164, %add140
  %idxprom166 = sext i32 %add165 to i64
  %arrayidx167 = getelementptr inbounds float, ptr %a, i64 %idxprom166
  %40 = load float, ptr %arrayidx167, align 4, !tbaa !7
  %41 = call contract noundef float @llvm.fma.f32(float %fneg162, float %38, float %40)
  br label %cond.end169

cond.end169:                                      ; preds = %if.then156, %cond.false159
  %cond170 = phi contract float [ %41, %cond.false159 ], [ 0.000000e+00, %if.then156 ]
  %mul172 = mul nsw i32 %add154, %n
  %add173 = add nsw i32 %mul172, %add140
  %idxprom174 = sext i32 %add173 to i64
  %arrayidx175 = getelementptr inbounds float, ptr %a, i64 %idxprom174
  store float %cond170, ptr %arrayidx175, align 4, !tbaa !7
  br label %for.inc177

for.inc177:                                       ; preds = %for.body153, %cond.end169
  %inc178 = add nsw i32 %r149.0, 1
  br label %for.cond150, !llvm.loop !15

for.inc181:                                       ; preds = %for.body139, %for.cond150
  %inc182 = add nsw i32 %e.0, 1
  br label %for.cond136, !llvm.loop !16

if.end184:                                        ; preds = %for.cond136, %for.end135
  %cmp185 = icmp sle i32 %add5, %t
  br i1 %cmp185, label %for.cond188, label %if.end211

for.cond188:                                      ; preds = %if.end184, %for.inc208
  %r187.0 = phi i32 [ %inc209, %for.inc208 ], [ 0, %if.end184 ]
  %cmp189 = icmp slt i32 %r187.0, 4
  br i1 %cmp189, label %for.body191, label %if.end211

for.body191:                                      ; preds = %for.cond188
  %add192 = add nsw i32 %add13, %r187.0
  %cmp193 = icmp slt i32 %add192, %n
  br i1 %cmp193, label %if.then194, label %for.inc208

if.then194:                                       ; preds = %for.body191
  %idxprom195 = sext i32 %r187.0 to i64
  %arrayidx196 = getelementptr inbounds [4 x float], ptr %times, i64 0, i64 %idxprom195
  %42 = load float, ptr %arrayidx196, align 4, !tbaa !7
  %fneg197 = fneg contract float %42
  %idxprom198 = sext i32 %t to i64
  %arrayidx199 = getelementptr inbounds float, ptr %b, i64 %idxprom198
  %43 = load float, ptr %arrayidx199, align 4, !tbaa !7
  %idxprom201 = sext i32 %add192 to i64
  %arrayidx202 = getelementptr inbounds float, ptr %b, i64 %idxprom201
  %44 = load float, ptr %arrayidx202, align 4, !tbaa !7
  %45 = call contract noundef float @llvm.fma.f32(float %fneg197, float %43, float %44)
  store float %45, ptr %arrayidx202, align 4, !tbaa !7
  br label %for.inc208

for.inc208:                                       ; preds = %for.body191, %if.then194
  %inc209 = add nsw i32 %r187.0, 1
  br label %for.cond188, !llvm.loop !17

if.end211:                                        ; preds = %for.cond188, %if.end184
  call void @llvm.lifetime.end.p0(ptr %times) #4
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end211, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
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
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.enable"}
!12 = !{!5, !5, i64 0}
!13 = distinct !{!13, !10, !11}
!14 = distinct !{!14, !10, !11}
!15 = distinct !{!15, !10, !11}
!16 = distinct !{!16, !10, !11}
!17 = distinct !{!17, !10, !11}
